/// Moves a conversation to a state, with the clocks that pause, resume or end by it.
struct StateChange {
    let state: Conversation.State
    let until: Instant?
    let service: ServiceLevel
    let actor: Event.Actor
    let now: Instant

    init(to state: Conversation.State, until: Instant?, service: ServiceLevel, actor: Event.Actor, now: Instant) {
        self.state = state
        self.until = until
        self.service = service
        self.actor = actor
        self.now = now
    }

    /// Changes the conversation and adds events and clocks to the filing; returns the clocks as they are then.
    func apply(
        to conversation: inout Conversation,
        clocks: [Clock],
        filing: inout Filing,
        ledger: any Ledger
    ) throws -> [Clock] {
        let before = conversation.state
        guard before != state || conversation.snoozedUntil != until else { return clocks }
        conversation.state = state
        conversation.snoozedUntil = state == .snoozed ? until : nil
        conversation.closedAt = state == .closed ? now : nil
        if state == .closed { conversation.waitingSince = nil }
        var data = ["before": before.rawValue, "after": state.rawValue]
        if let until, state == .snoozed { data["until"] = until.description }
        filing.events.append(
            Event(at: now, kind: .conversationState, conversation: conversation.id, actor: actor, data: data)
        )
        let changes = try service.onState(
            state,
            conversation: conversation,
            active: clocks,
            at: now,
            subject: { [conversation] in try ledger.subject(of: conversation) },
            previous: { [conversation] in try ledger.newestClock(.resolution, of: conversation.id) },
            reserve: { try ledger.reserveClock() }
        )
        filing.add(changes)
        let updated = clocks.updated(by: changes.clocks)
        conversation.dueAt = ServiceLevel.dueAt(of: updated)
        return updated
    }
}
