/// A reply to write.
public struct ReplyCommand: Sendable, Hashable, Codable {
    /// The text.
    public var text: String
    /// The state afterwards: pending unless said otherwise.
    public var then: Conversation.State
    /// Makes a repeated request harmless: the same key sends once.
    public var idempotencyKey: String?
    /// What it brings beside the text; nil when nothing.
    public var extras: ReplyExtras?

    /// A reply to write.
    public init(
        text: String,
        then: Conversation.State = .pending,
        idempotencyKey: String? = nil,
        extras: ReplyExtras? = nil
    ) {
        self.text = text
        self.then = then
        self.idempotencyKey = idempotencyKey
        self.extras = extras
    }

    private enum CodingKeys: String, CodingKey {
        case text
        case then
        case idempotencyKey = "idempotency_key"
        case extras
    }
}
