import Crypto
import Foundation
import NIOCore

/// The signature check that every webhook needs, nothing more.
struct ReferenceSignature {
    private let key = SymmetricKey(data: Data(Webhooks.secret.utf8))

    /// Whether the header signs the body.
    func verify(_ body: ByteBuffer, _ header: String?) -> Bool {
        guard let header, header.hasPrefix("sha256="), let code = Self.bytes(header.utf8.dropFirst(7)) else {
            return false
        }
        return body.withUnsafeReadableBytes {
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: $0, using: key)
        }
    }

    private static func bytes(_ digits: Substring.UTF8View) -> [UInt8]? {
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue.map({ UInt8($0) }) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}
