/// A reply to write.
public struct ReplyCommand: Sendable, Hashable, Codable {
    /// The text.
    public var text: String
    /// The state afterwards: pending unless said otherwise.
    public var then: Conversation.State
    /// Makes a repeated request harmless: the same key sends once.
    public var idempotencyKey: String?
    /// The last event of the conversation that the writer has seen; if others did something after it, the reply is refused
    /// with `conflict`. Nil sends in any case.
    public var seen: Int64?

    /// A reply to write.
    public init(text: String, then: Conversation.State = .pending, idempotencyKey: String? = nil, seen: Int64? = nil) {
        self.seen = seen
        self.text = text
        self.then = then
        self.idempotencyKey = idempotencyKey
    }

    private enum CodingKeys: String, CodingKey {
        case text
        case then
        case idempotencyKey = "idempotency_key"
        case seen
    }
}
