/// Whom a conversation goes to, and why. Pure: the same candidates give the same choice.
public struct Choice: Sendable, Hashable {
    /// Who takes it; nil when it waits.
    public let agent: String?
    /// Why, in words.
    public let reason: String
    /// Everybody who was looked at, with what spoke for or against them.
    public let candidates: [Seen]

    /// A candidate with what spoke for or against them.
    public struct Seen: Sendable, Hashable, Codable {
        /// The agent.
        public var agent: String
        /// Whether they could take it.
        public var isFit: Bool
        /// What spoke for or against them.
        public var note: String
    }

    /// Chooses for a conversation: who answered the customer last, if they can; else by the team's mode.
    public init(_ conversation: Conversation, among candidates: [Candidate], lastAgent: String?, mode: Assignment.Mode)
    {
        let language = conversation.language
        // A skill that nobody in the team has keeps nobody waiting.
        let needsLanguage = candidates.contains { $0.speaks(language) }
        func obstacle(_ candidate: Candidate) -> String? {
            if needsLanguage, !candidate.speaks(language) { return "does not answer in \(language.rawValue)" }
            return candidate.obstacle
        }
        let fit = candidates.filter { obstacle($0) == nil }
        self.candidates = candidates.map { candidate in
            let room = "\(candidate.open) of \(candidate.capacity) in play"
            return Seen(
                agent: candidate.agent.name,
                isFit: obstacle(candidate) == nil,
                note: obstacle(candidate) ?? room
            )
        }
        if let last = fit.first(where: { $0.agent.name == lastAgent }) {
            agent = last.agent.name
            reason = "answered this customer last and has room, \(last.open) of \(last.capacity) in play"
            return
        }
        let next = fit.min { Self.order($0, mode) < Self.order($1, mode) }
        agent = next?.agent.name
        reason = next.map { Self.reason(for: $0, mode, among: fit.count) } ?? "nobody has room"
    }

    private static func order(_ candidate: Candidate, _ mode: Assignment.Mode) -> (Int64, Int64, String) {
        switch mode {
        case .roundRobin: (candidate.turn, Int64(candidate.open), candidate.agent.name)
        case .leastOpen: (Int64(candidate.open), candidate.turn, candidate.agent.name)
        }
    }

    private static func reason(for candidate: Candidate, _ mode: Assignment.Mode, among count: Int) -> String {
        let room = "\(candidate.open) of \(candidate.capacity) in play"
        switch mode {
        case .roundRobin: return "round robin: next of \(count) with room, \(room)"
        case .leastOpen: return "least open of \(count) with room, \(room)"
        }
    }
}
