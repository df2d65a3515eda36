/// An agent as seen when a conversation looks for one.
public struct Candidate: Sendable, Hashable {
    /// The agent.
    public var agent: Agent
    /// What they said of themselves.
    public var presence: AgentPresence
    /// Whether they are within their working hours.
    public var isWorking: Bool
    /// How many conversations they have in play.
    public var open: Int
    /// How many they take.
    public var capacity: Int
    /// When it was their turn last, as a number that rises; 0 for never.
    public var turn: Int64

    /// An agent as seen when a conversation looks for one.
    public init(agent: Agent, presence: AgentPresence, isWorking: Bool, open: Int, capacity: Int, turn: Int64) {
        self.agent = agent
        self.presence = presence
        self.isWorking = isWorking
        self.open = open
        self.capacity = capacity
        self.turn = turn
    }

    /// Why the agent takes nothing now, whatever it is; nil when there is room.
    public var obstacle: String? {
        switch presence {
        case .away, .awayAndReassign: "is away"
        case .available where !isWorking: "is outside working hours"
        case .available where open >= capacity: "is full: \(open) of \(capacity) in play"
        case .available: nil
        }
    }

    /// Whether the agent answers in a language. Who names none answers in all.
    public func speaks(_ language: Language) -> Bool {
        agent.languages.isEmpty || language == .other || agent.languages.contains(language)
    }
}
