import Crypto
public import HarkCore
import Hummingbird

extension WebhookAnswer {
    /// The body with its codes computed.
    public var body: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .code(let message, let key, let encoding):
                SignatureText.write(
                    Array(
                        HMAC<SHA256>.authenticationCode(
                            for: Array(message.utf8),
                            using: SymmetricKey(data: Array(key.reveal().utf8))
                        )
                    ),
                    encoding
                )
            }
        }
        .joined()
    }

    /// The answer as it is sent.
    var response: Response {
        guard !parts.isEmpty else { return Response(status: .noContent) }
        return Response(
            status: .ok,
            headers: [.contentType: contentType],
            body: .init(byteBuffer: ByteBuffer(string: body))
        )
    }
}
