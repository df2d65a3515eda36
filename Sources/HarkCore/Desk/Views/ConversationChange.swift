/// A change of owner, team, tags or state; nil leaves a field as it is.
public struct ConversationChange: Sendable, Hashable, Codable {
    /// The new owner; the empty string takes the owner away.
    public var assignee: String?
    /// The new team.
    public var team: String?
    /// Tags to add.
    public var addTags: [String]?
    /// Tags to take away.
    public var removeTags: [String]?
    /// The new state; snoozed needs `snoozedUntil`.
    public var state: Conversation.State?
    /// When a snooze ends.
    public var snoozedUntil: Instant?

    /// A change.
    public init(
        assignee: String? = nil,
        team: String? = nil,
        addTags: [String]? = nil,
        removeTags: [String]? = nil,
        state: Conversation.State? = nil,
        snoozedUntil: Instant? = nil
    ) {
        self.assignee = assignee
        self.team = team
        self.addTags = addTags
        self.removeTags = removeTags
        self.state = state
        self.snoozedUntil = snoozedUntil
    }

    private enum CodingKeys: String, CodingKey {
        case assignee
        case team
        case addTags = "add_tags"
        case removeTags = "remove_tags"
        case state
        case snoozedUntil = "snoozed_until"
    }
}
