/// How a webhook proves its origin; a value that the shared verifier checks in constant time over the raw bytes.
public enum WebhookAuthentication: Sendable, Hashable {
    /// A header that equals a shared secret (a bot's secret token).
    case sharedSecret(header: String, secret: Secret)
    /// A member of the JSON body that equals a shared secret, where a provider signs nothing.
    case sharedSecretInBody(member: String, secret: Secret)
    /// A header that carries an HMAC or a signature of the body, perhaps with a timestamp.
    case signed(SignatureScheme)
    /// An HMAC-SHA1 of the called address and the sorted fields of the form, in base64.
    case signedForm(header: String, url: String, key: Secret)
    /// Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, `webhook-signature`; several secrets during rotation,
    /// `whsec_…` for HMAC or `whpk_…` for Ed25519.
    case standardWebhooks(secrets: [Secret])

    /// How the signature is written.
    public enum Encoding: Sendable, Hashable {
        case hex, base64
    }

    /// A header that carries an HMAC-SHA256 of the raw body and nothing else.
    public static func hmacSHA256(header: String, prefix: String, encoding: Encoding, key: Secret) -> Self {
        .signed(SignatureScheme(.hmacSHA256(key: key), header: header, prefix: prefix, encoding: encoding))
    }
}
