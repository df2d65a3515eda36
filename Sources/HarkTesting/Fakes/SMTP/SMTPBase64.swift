import Foundation

/// The base64 of SMTP's AUTH.
enum SMTPBase64 {
    static func decode(_ text: String) -> String? {
        Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) }
    }
}
