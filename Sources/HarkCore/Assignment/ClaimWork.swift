/// Taking conversations in hand and giving them back, inside one transaction: the store has one writer, so nobody else can
/// take the same one in between.
struct ClaimWork {
    let ledger: any Ledger
    let setup: Setup
    let now: Instant
    let agent: String
    let actor: Event.Actor

    private var dispatcher: Dispatcher { Dispatcher(ledger: ledger, setup: setup, now: now) }

    init(ledger: any Ledger, setup: Setup, now: Instant, agent: String, actor: Event.Actor) {
        self.ledger = ledger
        self.setup = setup
        self.now = now
        self.agent = agent
        self.actor = actor
    }

    func take(_ id: Conversation.ID) throws -> Conversation {
        guard let conversation = try ledger.conversation(id) else { throw LocalDesk.unknown(id) }
        if let owner = conversation.assignee, owner != agent {
            throw Failure(.conflict, "conversation \(id) is @\(owner)'s; ask them, or `hark assign \(id) @\(agent)`")
        }
        guard conversation.state == .open else {
            throw Failure(.unprocessable, "conversation \(id) is \(conversation.state.rawValue); only open ones wait")
        }
        return try hold(conversation)
    }

    /// The oldest that waits in the agent's teams and that they can answer.
    func takeNext() throws -> Conversation {
        let teams = setup.configuration.teams.filter { team in team.members.contains { $0.name == agent } }
        let load = try ledger.conversationsInPlay()
        let presences = try ledger.presences()
        var oldest: Conversation?
        for team in teams {
            let candidates = Dispatcher.candidates(team, load, presences, [:], at: now)
            guard let me = candidates.first(where: { $0.agent.name == agent }) else { continue }
            guard me.open < me.capacity else {
                throw Failure(
                    .conflict,
                    "you have \(me.open) of \(me.capacity) in play; answer, close or release one first"
                )
            }
            let found = try firstWaiting(in: team, for: me, among: candidates)
            guard let found, oldest.map({ found.createdAt < $0.createdAt }) ?? true else { continue }
            oldest = found
        }
        guard let oldest else { throw Failure(.notFound, "nothing waits for you") }
        return try hold(oldest)
    }

    private func firstWaiting(in team: Team, for me: Candidate, among candidates: [Candidate]) throws -> Conversation? {
        var last: Conversation?
        while true {
            let page = try ledger.waiting(team: team.name, after: last, limit: 50)
            let fitting = page.first { conversation in
                me.speaks(conversation.language) || !candidates.contains { $0.speaks(conversation.language) }
            }
            if fitting != nil || page.count < 50 { return fitting }
            last = page.last
        }
    }

    private func hold(_ conversation: Conversation) throws -> Conversation {
        let until = now + Claim.usualSpan
        let known = try ledger.claim(of: conversation.id)
        try ledger.keep(
            Claim(conversation: conversation.id, agent: agent, since: known?.since ?? now, until: until)
        )
        guard conversation.assignee != agent else { return conversation }
        try dispatcher.give(conversation, to: agent, because: "claimed until \(until)", by: actor)
        return try ledger.conversation(conversation.id) ?? conversation
    }

    func giveBack(_ id: Conversation.ID) throws -> Conversation {
        guard let conversation = try ledger.conversation(id) else { throw LocalDesk.unknown(id) }
        guard conversation.assignee == agent else {
            throw Failure(
                .conflict,
                "conversation \(id) is not yours" + (conversation.assignee.map { " but @\($0)'s" } ?? "")
            )
        }
        try ledger.endClaim(of: id)
        try dispatcher.give(conversation, to: nil, because: "given back", by: actor)
        try dispatcher.drain()
        return try ledger.conversation(id) ?? conversation
    }
}
