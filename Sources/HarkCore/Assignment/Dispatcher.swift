/// Gives waiting conversations to agents with room, oldest first, until none waits or nobody has room. Runs inside the
/// transaction that freed a slot or brought a conversation.
struct Dispatcher {
    let ledger: any Ledger
    let setup: Setup
    let now: Instant

    private static let page = 100

    /// Gives out what can be given; returns how many found somebody.
    @discardableResult
    func drain() throws -> Int {
        let teams = setup.configuration.teams.filter { $0.assignment != nil }
        guard !teams.isEmpty else { return 0 }
        var load = try ledger.conversationsInPlay()
        let presences = try ledger.presences()
        return try teams.reduce(0) { try $0 + drain($1, &load, presences) }
    }

    private func drain(
        _ team: Team,
        _ load: inout [String: Int],
        _ presences: [String: PresenceRecord]
    ) throws -> Int {
        guard let assignment = team.assignment else { return 0 }
        var turns = try ledger.turns(of: team.name)
        var last: Conversation?
        var given = 0
        while true {
            let waiting = try ledger.waiting(team: team.name, after: last, limit: Self.page)
            for conversation in waiting {
                let candidates = Self.candidates(team, load, presences, turns, at: now)
                guard candidates.contains(where: { $0.obstacle == nil }) else { return given }
                let lastAgent = try ledger.lastAgent(for: conversation)
                let choice = Choice(conversation, among: candidates, lastAgent: lastAgent, mode: assignment.mode)
                guard let agent = choice.agent else { continue }
                try give(conversation, to: agent, because: choice.reason)
                load[agent, default: 0] += 1
                turns[agent] = (turns.values.max() ?? 0) + 1
                try ledger.setTurn(turns[agent] ?? 1, of: agent, team: team.name)
                given += 1
            }
            guard waiting.count == Self.page else { return given }
            last = waiting.last
        }
    }

    /// The members of a team as they are now.
    static func candidates(
        _ team: Team,
        _ load: [String: Int],
        _ presences: [String: PresenceRecord],
        _ turns: [String: Int64],
        at now: Instant
    ) -> [Candidate] {
        team.members.map { agent in
            Candidate(
                agent: agent,
                presence: presences[agent.name]?.presence ?? .available,
                isWorking: (agent.calendar ?? team.calendar).isOpen(at: now),
                open: load[agent.name] ?? 0,
                capacity: agent.capacity ?? team.assignment?.capacity ?? .max,
                turn: turns[agent.name] ?? 0
            )
        }
    }

    /// Gives a conversation to an agent.
    func give(_ conversation: Conversation, to agent: String?, because reason: String, by actor: Event.Actor = .hark)
        throws
    {
        var filing = Filing()
        var changed = conversation
        changed.assignee = agent
        changed.version += 1
        filing.conversations = [changed]
        let data = ["before": conversation.assignee ?? "", "after": agent ?? "", "because": reason]
        filing.events = [
            Event(at: now, kind: .conversationAssigned, conversation: conversation.id, actor: actor, data: data)
        ]
        try ledger.apply(filing)
    }

    /// Takes back what was claimed and not answered in time; returns how many claims ended.
    func endClaims(limit: Int) throws -> Int {
        let ended = try ledger.claims(endingBy: now, limit: limit)
        for claim in ended {
            try ledger.endClaim(of: claim.conversation)
            guard let conversation = try ledger.conversation(claim.conversation), conversation.assignee == claim.agent,
                conversation.state == .open
            else { continue }
            try give(conversation, to: nil, because: "the claim of @\(claim.agent) ran out without an answer")
        }
        return ended.count
    }

    /// The next instant at which somebody's working hours begin; nil when nobody's hours matter.
    static func nextShift(_ setup: Setup, after now: Instant) -> Instant? {
        setup.configuration.teams.filter { $0.assignment != nil }.flatMap { team in
            team.members.compactMap { ($0.calendar ?? team.calendar).nextOpening(at: now) }.filter { $0 > now }
        }.min()
    }
}
