/// Another text for a reply that has left.
public struct EditCommand: Sendable, Hashable, Codable {
    /// The reply's number, as in ``MessageView/id``.
    public var message: Int64
    /// The text it has from now on.
    public var text: String
    /// Makes a repeated request harmless: the same key changes once.
    public var idempotencyKey: String?

    /// Another text for a reply.
    public init(message: Int64, text: String, idempotencyKey: String? = nil) {
        self.message = message
        self.text = text
        self.idempotencyKey = idempotencyKey
    }

    private enum CodingKeys: String, CodingKey {
        case message
        case text
        case idempotencyKey = "idempotency_key"
    }
}
