/// What can be chosen: for pickers and completions.
public struct Directory: Sendable, Hashable, Codable {
    /// Who asks.
    public var me: String
    /// The teams, in the order of the file.
    public var teams: [String]
    /// The agents with the teams they belong to, sorted by name.
    public var agents: [Colleague]
    /// The tags that rules give, sorted.
    public var tags: [String]
    /// The channels with what their networks take.
    public var channels: [ReplyTerms]

    /// An agent and the agent's teams.
    public struct Colleague: Sendable, Hashable, Codable {
        /// The short name, without `@`.
        public var name: String
        /// The teams.
        public var teams: [String]

        /// An agent and the agent's teams.
        public init(name: String, teams: [String]) {
            self.name = name
            self.teams = teams
        }
    }

    /// What can be chosen.
    public init(
        me: String,
        teams: [String] = [],
        agents: [Colleague] = [],
        tags: [String] = [],
        channels: [ReplyTerms] = []
    ) {
        self.me = me
        self.teams = teams
        self.agents = agents
        self.tags = tags
        self.channels = channels
    }
}
