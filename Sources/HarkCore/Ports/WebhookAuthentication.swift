/// How a webhook proves its origin; a value that the shared verifier checks in constant time over the raw bytes.
public enum WebhookAuthentication: Sendable, Hashable {
    /// A header that equals a shared secret (Telegram's `X-Telegram-Bot-Api-Secret-Token`).
    case sharedSecret(header: String, secret: Secret)
    /// A header that carries an HMAC-SHA256 of the raw body.
    case hmacSHA256(header: String, prefix: String, encoding: Encoding, key: Secret)
    /// Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature`; several secrets during rotation.
    case standardWebhooks(secrets: [Secret])

    /// How the signature is written.
    public enum Encoding: Sendable, Hashable {
        case hex, base64
    }
}
