/// One conversation whole.
public struct ConversationDetail: Sendable, Hashable, Codable {
    /// The line of the inbox.
    public var conversation: ConversationSummary
    /// The customer's account.
    public var contact: Author?
    /// Everything said, oldest first.
    public var messages: [MessageView]
    /// Every clock, oldest first.
    public var clocks: [ClockView]
    /// What happened, oldest first.
    public var history: [EventView]
    /// When the network stops accepting a private reply; nil when it has no window.
    public var replyWindowEndsAt: Instant?

    /// One conversation whole.
    public init(
        conversation: ConversationSummary,
        contact: Author?,
        messages: [MessageView],
        clocks: [ClockView],
        history: [EventView],
        replyWindowEndsAt: Instant?
    ) {
        self.conversation = conversation
        self.contact = contact
        self.messages = messages
        self.clocks = clocks
        self.history = history
        self.replyWindowEndsAt = replyWindowEndsAt
    }

    private enum CodingKeys: String, CodingKey {
        case conversation
        case contact
        case messages
        case clocks
        case history
        case replyWindowEndsAt = "reply_window_ends_at"
    }
}
