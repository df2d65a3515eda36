/// Takes back what an act changed in one conversation.
///
/// A field goes back to its value before the act when it still has the value after it; what somebody changed since then
/// stays. Clocks go back with the state and the team: they run on as if they had never been touched.
struct UndoFiling {
    let act: Int64
    let actor: Event.Actor
    let now: Instant
    private let ledger: any Ledger
    private var conversation: Conversation
    private let step: ActStep
    private var filing = Filing()
    /// What stays, in words.
    private var kept: [String] = []

    init(_ step: ActStep, of act: Int64, actor: Event.Actor, now: Instant, ledger: any Ledger) throws {
        guard let conversation = try ledger.conversation(step.conversation) else {
            throw LocalDesk.unknown(step.conversation)
        }
        self.act = act
        self.actor = actor
        self.now = now
        self.ledger = ledger
        self.conversation = conversation
        self.step = step
    }

    /// The conversation as it is again, and what had to stay. Throws `conflict` when nothing could be taken back.
    mutating func undo() throws -> (conversation: Conversation, kept: [String]) {
        for item in step.outbox {
            guard try ledger.withdraw(item) else {
                throw Failure(.conflict, "the reply has left already; it cannot be taken back")
            }
            // A new text for an old reply has no message of its own that would say so.
            if step.messages.isEmpty { add(.replyWithdrawn, ["what": "edit"]) }
        }
        try takeBackMessages()
        try ledger.moveMessages(step.moved, to: step.conversation)
        if let contact = step.contact {
            let isBlocked = try ledger.contact(contact)?.blockedAt != nil
            try ledger.setBlocked(contact, at: isBlocked ? nil : now)
            add(.contactBlocked, ["after": isBlocked ? "unblocked" : "blocked", "contact": String(contact.rawValue)])
        }
        try unmark()
        restoreFields()
        guard !filing.events.isEmpty else {
            throw Failure(
                .conflict,
                "conversation \(step.conversation) was changed since (\(kept.joined(separator: ", "))); it stays as it is"
            )
        }
        conversation.version += 1
        filing.conversations = [conversation]
        try ledger.apply(filing)
        return (conversation, kept)
    }

    private mutating func unmark() throws {
        guard let marked = step.marked else { return }
        if let before = marked.before {
            try ledger.save(before)
        } else {
            try ledger.removeCorrection(of: marked.message)
        }
        add(
            .conversationMarked,
            ["message": String(marked.message.rawValue), "after": marked.before?.verdict.summary ?? ""]
        )
    }

    private mutating func takeBackMessages() throws {
        for id in step.messages {
            guard var message = try ledger.message(id), message.deletedAt == nil else { continue }
            message.deletedAt = now
            if message.direction == .outbound { message.status = .withdrawn }
            filing.changedMessages.append(message)
            let kind: Event.Kind = message.direction == .outbound ? .replyWithdrawn : .messageDeleted
            add(kind, ["message": String(id.rawValue)])
        }
    }

    private mutating func restoreFields() {
        let current = ActStep.Row(conversation)
        let (before, after) = (step.before, step.after)
        var clocksGoBack = true
        if before.turn != after.turn {
            if current.turn == after.turn { restoreTurn() } else { clocksGoBack = keep("its state") }
        }
        if before.team != after.team {
            if current.team == after.team {
                conversation.team = before.team
                add(.conversationRouted, ["before": after.team, "team": before.team, "rules": "by hand"])
            } else {
                clocksGoBack = keep("its team")
            }
        }
        if before.assignee != after.assignee {
            if current.assignee == after.assignee { restoreAssignee() } else { _ = keep("its owner") }
        }
        restoreTags()
        if before.isMuted != after.isMuted, current.isMuted == after.isMuted {
            conversation.isMuted = before.isMuted
            add(.conversationMuted, ["after": before.isMuted ? "muted" : "unmuted"])
        }
        if before.mergedInto != after.mergedInto {
            conversation.mergedInto = before.mergedInto
            add(.conversationMerged, ["out_of": after.mergedInto?.description ?? ""])
        }
        if current.urgency == after.urgency { conversation.urgency = Urgency(score: before.urgency) }
        if current.topics == after.topics { conversation.topics = before.topics }
        if current.sentiment == after.sentiment, let sentiment = before.sentiment { conversation.sentiment = sentiment }
        if clocksGoBack { restoreClocks() }
    }

    private mutating func restoreTurn() {
        let (before, after) = (step.before.turn, step.after.turn)
        conversation.state = before.state
        conversation.snoozedUntil = before.snoozedUntil
        conversation.closedAt = before.closedAt
        conversation.waitingSince = before.waitingSince
        conversation.answeredAt = before.answeredAt
        conversation.lastMessageAt = before.lastMessageAt
        guard before.state != after.state || before.snoozedUntil != after.snoozedUntil else { return }
        var data = ["before": after.state.rawValue, "after": before.state.rawValue]
        data["until"] = before.snoozedUntil?.description
        add(.conversationState, data)
    }

    private mutating func restoreAssignee() {
        conversation.assignee = step.before.assignee
        add(.conversationAssigned, ["before": step.after.assignee ?? "", "after": step.before.assignee ?? ""])
    }

    /// Tags that the act added go, tags that it took away come back; others stay as they are now.
    private mutating func restoreTags() {
        let (before, after) = (Set(step.before.tags), Set(step.after.tags))
        let tags = Set(conversation.tags).subtracting(after.subtracting(before)).union(before.subtracting(after))
            .sorted()
        guard tags != conversation.tags else { return }
        add(
            .conversationTagged,
            ["before": conversation.tags.joined(separator: " "), "after": tags.joined(separator: " ")]
        )
        conversation.tags = tags
    }

    private mutating func restoreClocks() {
        guard let active = try? ledger.activeClocks(of: conversation.id) else { return }
        var changes = ClockChanges()
        for clock in step.clocks {
            changes.record(clock, clock.state == .paused ? .clockPaused : .clockResumed, at: now, because)
        }
        for clock in active where step.started.contains(clock.id) {
            var clock = clock
            clock.state = .cancelled
            (clock.runningSince, clock.wakesAt, clock.endedAt) = (nil, nil, now)
            changes.record(clock, .clockCancelled, at: now, because)
        }
        filing.add(changes)
        conversation.dueAt = ServiceLevel.dueAt(of: active.updated(by: changes.clocks))
    }

    private mutating func keep(_ what: String) -> Bool {
        kept.append(what)
        return false
    }

    private var because: [String: String] { ["because": "act \(act) was taken back"] }

    private mutating func add(_ kind: Event.Kind, _ data: [String: String]) {
        filing.events.append(
            Event(
                at: now,
                kind: kind,
                conversation: conversation.id,
                actor: actor,
                data: data.merging(because) { mine, _ in mine }
            )
        )
    }
}
