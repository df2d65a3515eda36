/// Where a page of the inbox ended.
public struct InboxPosition: Sendable, Hashable {
    /// The last row's deadline.
    public var dueAt: Instant?
    /// The last row's urgency score.
    public var urgency: Int
    /// When the last row's conversation began.
    public var createdAt: Instant
    /// When the last row's newest message was said.
    public var lastMessageAt: Instant
    /// The last row's id.
    public var id: Conversation.ID

    /// The position of a conversation.
    public init(_ conversation: Conversation) {
        dueAt = conversation.dueAt
        urgency = conversation.urgency.score
        createdAt = conversation.createdAt
        lastMessageAt = conversation.lastMessageAt
        id = conversation.id
    }

    /// A position from its parts.
    public init(dueAt: Instant?, urgency: Int, createdAt: Instant, lastMessageAt: Instant, id: Conversation.ID) {
        self.lastMessageAt = lastMessageAt
        self.dueAt = dueAt
        self.urgency = urgency
        self.createdAt = createdAt
        self.id = id
    }
}
