/// Figures of the store, for `/metrics`.
public struct StoreCounts: Sendable, Hashable {
    /// Messages that came in.
    public var messages: Int64
    /// Conversations by state.
    public var conversations: [Conversation.State: Int64]
    /// Deliveries that wait undecoded.
    public var undecoded: Int64
    /// Items in the outbox by state.
    public var outbox: [OutboxItem.State: Int64]
    /// Breaches by metric.
    public var breaches: [Clock.Metric: Int64]
    /// When the oldest waiting outbox item was decided.
    public var oldestQueuedAt: Instant?

    /// Figures of the store.
    public init(
        messages: Int64 = 0,
        conversations: [Conversation.State: Int64] = [:],
        undecoded: Int64 = 0,
        outbox: [OutboxItem.State: Int64] = [:],
        breaches: [Clock.Metric: Int64] = [:],
        oldestQueuedAt: Instant? = nil
    ) {
        self.messages = messages
        self.conversations = conversations
        self.undecoded = undecoded
        self.outbox = outbox
        self.breaches = breaches
        self.oldestQueuedAt = oldestQueuedAt
    }
}
