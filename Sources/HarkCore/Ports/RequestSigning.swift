/// What proves a request of ours, computed when it leaves: the connector names keys and claims, the server owns the
/// arithmetic and the time.
public enum RequestSigning: Sendable, Hashable {
    /// Standard Webhooks 1.0: an id that stays the same on every attempt, and a `whsec_…` or `whsk_…` key.
    case standardWebhooks(id: String, key: Secret)
    /// A short-lived token signed with ES256, sent as bearer.
    case webToken(WebToken)

    /// The claims of a token and the key that signs it.
    public struct WebToken: Sendable, Hashable {
        /// Who we are.
        public var issuer: String
        /// Whom it is for.
        public var audience: String
        /// The key's name at the provider.
        public var keyID: String
        /// The private key as PEM.
        public var key: Secret
        /// How long it lives.
        public var lifetime: Span

        /// The claims of a token.
        public init(issuer: String, audience: String, keyID: String, key: Secret, lifetime: Span = .minutes(15)) {
            self.issuer = issuer
            self.audience = audience
            self.keyID = keyID
            self.key = key
            self.lifetime = lifetime
        }
    }
}
