/// Who answers.
extension LocalDesk {
    /// Takes a conversation in hand for a time.
    public func claim(_ id: Conversation.ID?) async throws -> ConversationSummary {
        let (setup, now, agent, actor) = (running.setup, clock.now, agent, actor)
        return try await store.write { ledger in
            let work = ClaimWork(ledger: ledger, setup: setup, now: now, agent: agent, actor: actor)
            return ConversationSummary(try id.map { try work.take($0) } ?? work.takeNext(), at: now)
        }
    }

    /// Gives a conversation back to the queue.
    public func release(_ id: Conversation.ID) async throws -> ConversationSummary {
        let (setup, now, agent, actor) = (running.setup, clock.now, agent, actor)
        return try await store.write { ledger in
            let work = ClaimWork(ledger: ledger, setup: setup, now: now, agent: agent, actor: actor)
            return ConversationSummary(try work.giveBack(id), at: now)
        }
    }

    /// All agents.
    public func availability() async throws -> [AvailabilityView] {
        let (setup, now) = (running.setup, clock.now)
        return try await store.write { ledger in
            try Self.views(setup, ledger, at: now)
        }
    }

    /// Says whether an agent takes conversations.
    public func setAvailability(_ presence: AgentPresence, of agent: String?) async throws -> AvailabilityView {
        let (setup, now, name, actor) = (running.setup, clock.now, agent ?? self.agent, actor)
        return try await store.write { ledger in
            guard try Self.views(setup, ledger, at: now).contains(where: { $0.agent == name }) else {
                throw Failure(
                    .unprocessable,
                    "there is no agent “\(SafeLine.snippet(name))” in teams.yaml",
                    problems: [.init(pointer: "/agent", detail: "is no member of any team")]
                )
            }
            try ledger.setPresence(presence, of: name, at: now)
            let dispatcher = Dispatcher(ledger: ledger, setup: setup, now: now)
            if presence == .awayAndReassign {
                for conversation in try ledger.inPlay(of: name) {
                    try ledger.endClaim(of: conversation.id)
                    try dispatcher.give(conversation, to: nil, because: "@\(name) went away", by: actor)
                }
            }
            try dispatcher.drain()
            guard let view = try Self.views(setup, ledger, at: now).first(where: { $0.agent == name }) else {
                throw Failure(.internalError, "the agent vanished")
            }
            return view
        }
    }

    private static func views(_ setup: Setup, _ ledger: any Ledger, at now: Instant) throws -> [AvailabilityView] {
        let (presences, load) = (try ledger.presences(), try ledger.conversationsInPlay())
        var views: [String: AvailabilityView] = [:]
        for team in setup.configuration.teams {
            for one in Dispatcher.candidates(team, load, presences, [:], at: now) {
                let name = one.agent.name
                var view =
                    views[name]
                    ?? AvailabilityView(
                        agent: name,
                        teams: [],
                        presence: one.presence,
                        since: presences[name]?.since,
                        isWorking: false,
                        open: one.open,
                        capacity: nil
                    )
                view.teams.append(team.name)
                view.isWorking = view.isWorking || one.isWorking
                if one.capacity != .max { view.capacity = max(view.capacity ?? 0, one.capacity) }
                views[name] = view
            }
        }
        return views.values.sorted { $0.agent < $1.agent }
    }

    /// Why a conversation is whose it is.
    public func explainAssignment(of id: Conversation.ID) async throws -> AssignmentExplanation {
        guard let file = try await store.file(of: id) else { throw Self.unknown(id) }
        let (setup, now) = (running.setup, clock.now)
        let decided = file.events.last { $0.kind == .conversationAssigned }
        let (claim, candidates) = try await store.write { ledger -> (Claim?, [Choice.Seen]) in
            guard let team = setup.configuration.team(file.conversation.team) else { return (nil, []) }
            let candidates = Dispatcher.candidates(
                team,
                try ledger.conversationsInPlay(),
                try ledger.presences(),
                try ledger.turns(of: team.name),
                at: now
            )
            let choice = Choice(
                file.conversation,
                among: candidates,
                lastAgent: try ledger.lastAgent(for: file.conversation),
                mode: team.assignment?.mode ?? .leastOpen
            )
            return (try ledger.claim(of: id), choice.candidates)
        }
        return AssignmentExplanation(
            conversation: id,
            team: file.conversation.team,
            assignee: file.conversation.assignee,
            decidedAt: decided?.at,
            decidedBy: decided?.actor.description,
            reason: decided.map { $0.data["because"] ?? "by hand" },
            claimedUntil: claim?.until,
            candidates: candidates
        )
    }
}
