/// What assignment asks of a transaction.
public protocol AssignmentLedger {
    /// What agents said of themselves; who said nothing is available.
    func presences() throws -> [String: PresenceRecord]
    /// Keeps what an agent said.
    func setPresence(_ presence: AgentPresence, of agent: String, at: Instant) throws
    /// How many open conversations each agent has.
    func conversationsInPlay() throws -> [String: Int]
    /// Open conversations of a team that nobody has, oldest first.
    func waiting(team: String, after: Conversation?, limit: Int) throws -> [Conversation]
    /// Open conversations that an agent has, oldest first.
    func inPlay(of agent: String) throws -> [Conversation]
    /// When it was each agent's turn last.
    func turns(of team: String) throws -> [String: Int64]
    /// Notes that it was an agent's turn.
    func setTurn(_ number: Int64, of agent: String, team: String) throws
    /// Who answered a conversation's customer last, here or in an earlier conversation.
    func lastAgent(for conversation: Conversation) throws -> String?
    /// The claim on a conversation.
    func claim(of conversation: Conversation.ID) throws -> Claim?
    /// Keeps a claim in place of the one before.
    func keep(_ claim: Claim) throws
    /// Ends the claim on a conversation, if there is one.
    func endClaim(of conversation: Conversation.ID) throws
    /// Claims that end at or before an instant, earliest first.
    func claims(endingBy now: Instant, limit: Int) throws -> [Claim]
}

/// What an agent said of themselves, and when.
public struct PresenceRecord: Sendable, Hashable {
    /// What they said.
    public var presence: AgentPresence
    /// When.
    public var since: Instant

    /// What an agent said of themselves.
    public init(presence: AgentPresence, since: Instant) {
        self.presence = presence
        self.since = since
    }
}
