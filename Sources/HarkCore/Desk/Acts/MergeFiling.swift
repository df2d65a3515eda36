/// Gives a conversation's messages to another of the same channel; the emptied one is closed and points there.
struct MergeFiling {
    private let target: Conversation
    private let setup: Setup
    private let actor: Event.Actor
    private let now: Instant
    private let ledger: any Ledger

    init(into id: Conversation.ID, setup: Setup, actor: Event.Actor, now: Instant, ledger: any Ledger) throws {
        guard let target = try ledger.conversation(id) else { throw LocalDesk.unknown(id) }
        self.target = target
        self.setup = setup
        self.actor = actor
        self.now = now
        self.ledger = ledger
    }

    /// Moves everything over; the steps take both conversations back.
    func take(
        _ source: Conversation,
        before: Conversation,
        clocks: [Clock],
        _ filing: Filing
    ) throws -> (conversation: Conversation, steps: [ActStep]) {
        try check(source)
        let targetClocks = try ledger.activeClocks(of: target.id)
        let moved = try ledger.moveMessages(from: source.id, to: target.id)
        var (emptied, left) = try close(source)
        emptied.mergedInto = target.id
        left.conversations = [emptied]
        let (joined, taken) = try join(source, clocks: targetClocks)
        try ledger.apply(left)
        try ledger.apply(taken)
        var whole = filing
        whole.add(left)
        var sourceStep = ActStep(from: before, to: emptied, clocks: clocks, filing: whole)
        sourceStep.moved = moved
        let targetStep = ActStep(from: target, to: joined, clocks: targetClocks, filing: taken)
        return (joined, [sourceStep, targetStep])
    }

    private func check(_ source: Conversation) throws {
        guard source.id != target.id else {
            throw Failure(.unprocessable, "conversation \(source.id) cannot be merged into itself")
        }
        guard source.channel == target.channel else {
            throw Failure(
                .unprocessable,
                "conversation \(source.id) is on \(source.channel), \(target.id) on \(target.channel); only conversations "
                    + "of one channel can be merged, because an answer leaves by one"
            )
        }
        for conversation in [source, target] {
            guard let heir = conversation.mergedInto else { continue }
            throw Failure(.unprocessable, "conversation \(conversation.id) was merged into \(heir) already")
        }
    }

    private func close(_ source: Conversation) throws -> (Conversation, Filing) {
        var (emptied, filing) = (source, Filing())
        let clocks = try ledger.activeClocks(of: source.id)
        let after = try change(to: .closed).apply(to: &emptied, clocks: clocks, filing: &filing, ledger: ledger)
        emptied.dueAt = ServiceLevel.dueAt(of: after)
        emptied.version += 1
        filing.events.append(event(.conversationMerged, source.id, ["into": target.id.description]))
        return (emptied, filing)
    }

    /// The target with what the source brings: its wait is the longer of both.
    private func join(_ source: Conversation, clocks: [Clock]) throws -> (Conversation, Filing) {
        var (joined, filing) = (target, Filing())
        joined.tags = Set(target.tags + source.tags).sorted()
        joined.topics = Set(target.topics + source.topics).sorted()
        joined.lastMessageAt = max(target.lastMessageAt, source.lastMessageAt)
        joined.answeredAt = [target.answeredAt, source.answeredAt].compactMap(\.self).max()
        joined.waitingSince = [target.waitingSince, source.waitingSince].compactMap(\.self).min()
        filing.events.append(event(.conversationMerged, target.id, ["from": source.id.description]))
        var clocks = clocks
        if let waiting = source.waitingSince {
            joined.urgency = max(target.urgency, source.urgency)
            clocks = try change(to: .open).apply(to: &joined, clocks: clocks, filing: &filing, ledger: ledger)
            let changes = try promise(joined, clocks, since: waiting)
            filing.add(changes)
            clocks = clocks.updated(by: changes.clocks)
        }
        joined.dueAt = ServiceLevel.dueAt(of: clocks)
        joined.version += 1
        filing.conversations = [joined]
        return (joined, filing)
    }

    private func promise(_ joined: Conversation, _ clocks: [Clock], since waiting: Instant) throws -> ClockChanges {
        let service = service
        return try service.onCustomerMessage(
            joined,
            policy: service.policy(for: QuerySubject(conversation: joined, author: nil, texts: []), at: now),
            active: clocks,
            hadFirstResponse: try ledger.hasHadClock(.firstResponse, conversation: joined.id),
            spokenAt: waiting,
            now: now,
            reserve: { try ledger.reserveClock() }
        )
    }

    private var service: ServiceLevel {
        ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
    }

    private func change(to state: Conversation.State) -> StateChange {
        StateChange(to: state, until: nil, service: service, actor: actor, now: now)
    }

    private func event(_ kind: Event.Kind, _ id: Conversation.ID, _ data: [String: String]) -> Event {
        Event(at: now, kind: kind, conversation: id, actor: actor, data: data)
    }
}
