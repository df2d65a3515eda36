import Crypto
import Foundation
import HarkCore

/// A page on Messenger: what its network posts, signed.
enum Messenger {
    static let page = "1122334455"
    static let secret = "app-secret"

    /// A customer writes to the page.
    static func message(
        _ id: String,
        _ text: String,
        from customer: String = "7001",
        to page: String = page,
        at instant: Instant = .present
    ) -> [UInt8] {
        event(sender: customer, recipient: page, page: page, at: instant, #""mid":"\#(id)","text":\#(quoted(text))"#)
    }

    /// One of us answers in the network's own app.
    static func echo(_ id: String, _ text: String, to customer: String = "7001") -> [UInt8] {
        let message = #""mid":"\#(id)","text":\#(quoted(text)),"is_echo":true"#
        return event(sender: page, recipient: customer, page: page, at: .present, message)
    }

    /// The header that proves a body.
    static func signature(of body: [UInt8], secret: String = secret) -> HTTPField {
        signature(code(of: body, secret: secret))
    }

    /// The header with a code as it is.
    static func signature(_ code: [UInt8]) -> HTTPField {
        let digits = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return HTTPField("X-Hub-Signature-256", "sha256=" + digits.joined())
    }

    /// The signature's bytes.
    static func code(of body: [UInt8], secret: String = secret) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Data(secret.utf8))))
    }

    private static func event(
        sender: String,
        recipient: String,
        page: String,
        at instant: Instant,
        _ message: String
    ) -> [UInt8] {
        Array(
            """
            {"object":"page","entry":[{"id":"\(page)","time":\(instant.milliseconds),"messaging":[{\
            "sender":{"id":"\(sender)"},"recipient":{"id":"\(recipient)"},"timestamp":\(instant.milliseconds),\
            "message":{\(message)}}]}]}
            """.utf8
        )
    }

    private static func quoted(_ text: String) -> String {
        (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

/// A system of ours that posts by Standard Webhooks 1.0.
enum StandardWebhook {
    static let secret = "whsec_" + key.base64EncodedString()
    private static let key = Data((1...32).map { UInt8($0) })

    /// The header fields that prove a body at an instant.
    static func headers(of body: [UInt8], id: String, at instant: Instant = .present) -> [HTTPField] {
        let time = String(instant.milliseconds / 1000)
        let signed = Data("\(id).\(time).".utf8) + Data(body)
        let code = Data(HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key)))
        return [
            HTTPField("webhook-id", id), HTTPField("webhook-timestamp", time),
            HTTPField("webhook-signature", "v1," + code.base64EncodedString()),
        ]
    }
}

extension Instant {
    /// This machine's clock, which the service goes by.
    static var present: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
