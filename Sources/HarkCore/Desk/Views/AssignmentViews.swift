/// An agent's part in the work.
public struct AvailabilityView: Sendable, Hashable, Codable {
    /// The agent.
    public var agent: String
    /// The agent's teams.
    public var teams: [String]
    /// What they said of themselves.
    public var presence: AgentPresence
    /// Since when; nil when they never said anything.
    public var since: Instant?
    /// Whether they are within their working hours in one of their teams.
    public var isWorking: Bool
    /// How many conversations they have in play.
    public var open: Int
    /// How many they take; nil for any number.
    public var capacity: Int?

    private enum CodingKeys: String, CodingKey {
        case agent, teams, presence, since, open, capacity
        case isWorking = "is_working"
    }
}

/// Why a conversation is whose it is.
public struct AssignmentExplanation: Sendable, Hashable, Codable {
    /// The conversation.
    public var conversation: Conversation.ID
    /// The team.
    public var team: String
    /// Whose it is.
    public var assignee: String?
    /// When that was decided.
    public var decidedAt: Instant?
    /// By whom: `hark`, `@name`.
    public var decidedBy: String?
    /// Why, in words.
    public var reason: String?
    /// Until when it is claimed, if it is.
    public var claimedUntil: Instant?
    /// Who could take it now, or what speaks against them.
    public var candidates: [Choice.Seen]

    private enum CodingKeys: String, CodingKey {
        case conversation, team, assignee, reason, candidates
        case decidedAt = "decided_at"
        case decidedBy = "decided_by"
        case claimedUntil = "claimed_until"
    }
}
