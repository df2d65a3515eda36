/// What the desk decides about conversations: owner, team, tags, state.
extension LocalDesk {
    /// Changes owner, team, tags or state.
    public func change(_ id: Conversation.ID, _ change: ConversationChange) async throws -> ConversationSummary {
        try Self.check(change, running.setup.configuration, now: clock.now)
        return try await perform(Deed(change: change), on: id)
    }

    static func check(_ change: ConversationChange, _ configuration: Configuration, now: Instant) throws {
        if let team = change.team, configuration.team(team) == nil {
            let names = configuration.teams.map(\.name).joined(separator: ", ")
            throw Failure(
                .unprocessable,
                "there is no team “\(SafeLine.snippet(team))”; teams.yaml has: \(names)",
                problems: [.init(pointer: "/team", detail: "is none of: \(names)")]
            )
        }
        if let assignee = change.assignee, !assignee.isEmpty {
            let agents = Set(configuration.teams.flatMap { $0.members.map(\.name) })
            guard agents.isEmpty || agents.contains(assignee) else {
                throw Failure(
                    .unprocessable,
                    "there is no agent “\(SafeLine.snippet(assignee))”; teams.yaml has: "
                        + agents.sorted().joined(separator: ", "),
                    problems: [.init(pointer: "/assignee", detail: "is no member of any team")]
                )
            }
        }
        if change.state == .snoozed {
            guard let until = change.snoozedUntil, until > now else {
                throw Failure(
                    .unprocessable,
                    "a snooze needs an instant in the future",
                    problems: [.init(pointer: "/snoozed_until", detail: "is missing or past")]
                )
            }
        }
        let badTags = ((change.addTags ?? []) + (change.removeTags ?? [])).filter { !isTag($0) }
        guard badTags.isEmpty else {
            throw Failure(
                .unprocessable,
                "a tag has 1–50 letters, digits, - _ . : and no spaces",
                problems: badTags.map { .init(pointer: "/tags", detail: "“\(SafeLine.snippet($0))” is no tag") }
            )
        }
    }

    static func isTag(_ tag: String) -> Bool {
        (1...50).contains(tag.count)
            && tag.allSatisfy { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
    }
}

/// Decides what a change by an agent changes.
struct ChangeFiling {
    private(set) var conversation: Conversation
    private(set) var filing = Filing()
    private let setup: Setup
    private let actor: Event.Actor
    private let now: Instant

    init(_ conversation: Conversation, setup: Setup, actor: Event.Actor, now: Instant) {
        self.conversation = conversation
        self.setup = setup
        self.actor = actor
        self.now = now
    }

    mutating func apply(_ change: ConversationChange, ledger: any Ledger) throws {
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        var clocks = try ledger.activeClocks(of: conversation.id)
        if let assignee = change.assignee { assign(assignee.isEmpty ? nil : assignee) }
        if let team = change.team, team != conversation.team {
            let before = conversation.team
            conversation.team = team
            add(.conversationRouted, ["before": before, "team": team, "rules": "by hand"])
            let moved = service.onTeamChange(
                conversation,
                policy: { clock in setup.configuration.policy(clock.policy) },
                active: clocks,
                at: now
            )
            filing.add(moved)
            clocks = clocks.updated(by: moved.clocks)
        }
        retag(adding: change.addTags ?? [], removing: change.removeTags ?? [])
        if let state = change.state {
            clocks = try StateChange(to: state, until: change.snoozedUntil, service: service, actor: actor, now: now)
                .apply(to: &conversation, clocks: clocks, filing: &filing, ledger: ledger)
        }
        guard !filing.events.isEmpty else { return }
        conversation.dueAt = ServiceLevel.dueAt(of: clocks)
        conversation.version += 1
        filing.conversations = [conversation]
    }

    private mutating func assign(_ assignee: String?) {
        guard assignee != conversation.assignee else { return }
        add(.conversationAssigned, ["before": conversation.assignee ?? "", "after": assignee ?? ""])
        conversation.assignee = assignee
    }

    private mutating func retag(adding: [String], removing: [String]) {
        let tags = Set(conversation.tags).union(adding).subtracting(removing).sorted()
        guard tags != conversation.tags else { return }
        add(
            .conversationTagged,
            ["before": conversation.tags.joined(separator: " "), "after": tags.joined(separator: " ")]
        )
        conversation.tags = tags
    }

    private mutating func add(_ kind: Event.Kind, _ data: [String: String]) {
        filing.events.append(Event(at: now, kind: kind, conversation: conversation.id, actor: actor, data: data))
    }
}
