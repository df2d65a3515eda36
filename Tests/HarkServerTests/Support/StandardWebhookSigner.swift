import Crypto
import Foundation
import HarkCore
import HarkServer

/// Signs deliveries as Standard Webhooks 1.0 asks, as a sender would.
struct StandardWebhookSigner {
    var key: [UInt8] = Array("a secret of the generic channel".utf8)

    var secret: String { "whsec_" + Data(key).base64EncodedString() }

    func signature(id: String, timestamp: String, body: [UInt8]) -> String {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
        return "v1," + Data(code).base64EncodedString()
    }

    func headers(id: String, timestamp: Int64, body: [UInt8]) -> [HeaderField] {
        [
            HeaderField("webhook-id", id), HeaderField("webhook-timestamp", String(timestamp)),
            HeaderField("webhook-signature", signature(id: id, timestamp: String(timestamp), body: body)),
        ]
    }
}
