import HTTPTypes

extension HTTPField.Name {
    static let requestID = known("X-Request-Id")
    static let lastEventID = known("Last-Event-ID")
    static let idempotencyKey = known("Idempotency-Key")
    static let link = known("Link")

    /// A name that is written in this file and therefore valid.
    private static func known(_ name: String) -> Self { Self(name) ?? .date }
}
