/// How a team's waiting conversations find an agent by themselves.
public struct Assignment: Sendable, Hashable {
    /// Who comes next.
    public enum Mode: String, Sendable, CaseIterable {
        /// Whoever has waited longest for one.
        case roundRobin = "round_robin"
        /// Whoever has the fewest in play.
        case leastOpen = "least_open"
    }

    /// Who comes next.
    public var mode: Mode
    /// How many conversations in play an agent takes who has no number of their own. Only open ones are in play.
    public var capacity: Int

    /// How a team's waiting conversations find an agent.
    public init(mode: Mode, capacity: Int) {
        self.mode = mode
        self.capacity = capacity
    }
}

/// Whether an agent takes conversations.
public enum AgentPresence: String, Sendable, Codable, CaseIterable {
    /// Takes conversations, within their working hours.
    case available
    /// Takes no new ones and keeps those they have.
    case away
    /// Takes no new ones, and what they have goes to others.
    case awayAndReassign = "away_and_reassign"
}

/// A conversation that an agent has taken in hand for a time. It ends by an answer, by being given back, or by itself.
public struct Claim: Sendable, Hashable {
    /// How long a claim lasts when nothing is said.
    public static let usualSpan = Span.minutes(30)

    /// The conversation.
    public var conversation: Conversation.ID
    /// Who has it.
    public var agent: String
    /// Since when.
    public var since: Instant
    /// Until when, unless it is renewed.
    public var until: Instant

    /// A conversation that an agent has taken in hand.
    public init(conversation: Conversation.ID, agent: String, since: Instant, until: Instant) {
        self.conversation = conversation
        self.agent = agent
        self.since = since
        self.until = until
    }
}
