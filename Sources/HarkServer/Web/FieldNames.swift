import HTTPTypes

extension HTTPField.Name {
    static let requestID = known("X-Request-Id")
    static let lastEventID = known("Last-Event-ID")
    static let idempotencyKey = known("Idempotency-Key")
    static let link = known("Link")
    static let referrerPolicy = known("Referrer-Policy")
    static let robots = known("X-Robots-Tag")

    /// A name that is written in this file and therefore valid.
    private static func known(_ name: String) -> Self { Self(name) ?? .date }
}
