import Crypto
import Foundation
import HarkCore

/// Proves to the receiver that a delivery comes from its network, as each network does.
enum Signature {
    case meta(appSecret: String)
    case telegram(secret: String)
    /// Standard Webhooks 1.0.
    case standard(secret: String)

    /// The header fields that prove a body.
    func headers(for body: [UInt8], id: String, at now: Instant) -> [HTTPField] {
        switch self {
        case .meta(let secret):
            let code = Self.code(of: body, key: Data(secret.utf8))
            return [HTTPField("X-Hub-Signature-256", "sha256=" + code.map(Self.hex).joined())]
        case .telegram(let secret): return [HTTPField("X-Telegram-Bot-Api-Secret-Token", secret)]
        case .standard(let secret):
            let time = String(now.milliseconds / 1000)
            let key = Data(base64Encoded: String(secret.dropFirst("whsec_".count))) ?? Data()
            let code = Data(Self.code(of: Array("\(id).\(time).".utf8) + body, key: key))
            return [
                HTTPField("webhook-id", id), HTTPField("webhook-timestamp", time),
                HTTPField("webhook-signature", "v1," + code.base64EncodedString()),
            ]
        }
    }

    private static func code(of bytes: [UInt8], key: Data) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
