/// Who gets a mail about which step: what waits for the same group leaves in one mail.
public struct NoticeGroup: Sendable, Hashable, Codable {
    /// The team.
    public var team: String
    /// The step of the ladder.
    public var level: Int
    /// The address.
    public var recipient: String

    /// Who gets a mail about which step.
    public init(team: String, level: Int, recipient: String) {
        self.team = team
        self.level = level
        self.recipient = recipient
    }
}

/// One alert's place in one mail.
public struct Notice: Sendable, Hashable {
    /// The alert.
    public var alert: Alert
    /// The step it was told at.
    public var level: Int
    /// When that was decided.
    public var at: Instant
    /// The conversation as it is now.
    public var conversation: Conversation?

    /// One alert's place in one mail.
    public init(alert: Alert, level: Int, at: Instant, conversation: Conversation?) {
        self.alert = alert
        self.level = level
        self.at = at
        self.conversation = conversation
    }
}

/// The last mail of a group.
public struct GroupDeparture: Sendable, Hashable {
    /// The mail.
    public var item: OutboxItem.ID
    /// When it leaves, or was to leave.
    public var at: Instant
    /// Whether nobody has begun to send it, so that more may join.
    public var isOpen: Bool

    /// The last mail of a group.
    public init(item: OutboxItem.ID, at: Instant, isOpen: Bool) {
        self.item = item
        self.at = at
        self.isOpen = isOpen
    }
}
