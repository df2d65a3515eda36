/// Does a deed to one conversation inside a transaction, and notes what it changed.
struct DeedFiling {
    let setup: Setup
    let actor: Event.Actor
    let agent: String
    let now: Instant
    private let ledger: any Ledger
    /// What was changed so far.
    private var filing = Filing()

    init(setup: Setup, actor: Event.Actor, agent: String, now: Instant, ledger: any Ledger) {
        self.setup = setup
        self.actor = actor
        self.agent = agent
        self.now = now
        self.ledger = ledger
    }

    /// The conversation afterwards, and the steps that take it back; none when nothing changed.
    mutating func perform(
        _ deed: Deed,
        on id: Conversation.ID
    ) throws -> (conversation: Conversation, steps: [ActStep]) {
        guard let before = try ledger.conversation(id) else { throw LocalDesk.unknown(id) }
        let clocks = try ledger.activeClocks(of: id)
        var after = before
        if let note = deed.note { after = try add(note, to: after) }
        if let reply = deed.reply { after = try send(reply, in: after) }
        if let edit = deed.edit { try queue(edit, in: after) }
        if let change = deed.change { after = try make(change, of: after) }
        var marked: ActStep.Marked?
        if let verdict = deed.mark { (after, marked) = try mark(verdict, after) }
        if let mute = deed.mute { after = try set(muted: mute, after) }
        var contact: Contact.ID?
        if let block = deed.block { (after, contact) = try set(blocked: block, after) }
        var steps: [ActStep] = []
        if let target = deed.mergeInto {
            let merge = try MergeFiling(into: .init(target), setup: setup, actor: actor, now: now, ledger: ledger)
            return try merge.take(after, before: before, clocks: clocks, filing)
        }
        guard !filing.events.isEmpty else { return (after, []) }
        var step = ActStep(from: before, to: after, clocks: clocks, filing: filing)
        step.contact = contact
        step.marked = marked
        steps.append(step)
        if deed.reply != nil || deed.change?.assignee != nil { try ledger.endClaim(of: id) }
        // What was done may have freed somebody for what waits.
        try Dispatcher(ledger: ledger, setup: setup, now: now).drain()
        return (after, steps)
    }

    private mutating func apply(_ change: Filing) throws {
        try ledger.apply(change)
        filing.add(change)
    }

    private mutating func add(_ text: String, to conversation: Conversation) throws -> Conversation {
        var conversation = conversation
        let number = try ledger.reserveMessage()
        conversation.version += 1
        var change = Filing()
        change.conversations = [conversation]
        change.messages = [
            Message(
                id: number,
                conversation: conversation.id,
                channel: conversation.channel,
                networkID: "hark-note:\(number.rawValue)",
                direction: .note,
                kind: conversation.kind,
                isPrivate: true,
                agent: agent,
                text: text,
                sentAt: now,
                receivedAt: now
            )
        ]
        change.events = [event(.noteAdded, conversation, ["message": String(number.rawValue)])]
        try apply(change)
        return conversation
    }

    private mutating func send(_ reply: ReplyCommand, in conversation: Conversation) throws -> Conversation {
        let key = "reply:\(conversation.id):\(reply.idempotencyKey ?? LocalDesk.freshKey())"
        if try ledger.outboxItem(key: key) != nil { return conversation }
        try ReplyCollision(conversation: conversation, actor: actor).check(reply.seen, ledger: ledger)
        guard let target = try ledger.newestInbound(of: conversation.id) else {
            throw Failure(
                .unprocessable,
                "conversation \(conversation.id) has no message of the customer to reply to"
            )
        }
        try ReplyCheck(setup: setup, conversation: conversation, now: now).check(
            reply.text,
            extras: reply.extras,
            to: target
        )
        var change = ReplyFiling(conversation, setup: setup, actor: actor, now: now)
        try change.queue(reply, key: key, to: target, agent: agent, ledger: ledger)
        let result = change.finished()
        try apply(result.filing)
        return result.conversation
    }

    private mutating func queue(_ edit: EditCommand, in conversation: Conversation) throws {
        let key = "edit:\(conversation.id):\(edit.idempotencyKey ?? LocalDesk.freshKey())"
        if try ledger.outboxItem(key: key) != nil { return }
        let editing = EditFiling(conversation: conversation, setup: setup, actor: actor, now: now)
        try apply(editing.queue(edit, key: key, ledger: ledger))
    }

    private mutating func make(_ change: ConversationChange, of conversation: Conversation) throws -> Conversation {
        var changing = ChangeFiling(conversation, setup: setup, actor: actor, now: now)
        try changing.apply(change, ledger: ledger)
        try apply(changing.filing)
        return changing.conversation
    }

    private mutating func mark(
        _ verdict: Correction.Verdict,
        _ conversation: Conversation
    ) throws -> (Conversation, ActStep.Marked?) {
        let marking = MarkFiling(setup: setup, actor: actor, agent: agent, now: now)
        guard let outcome = try marking.decide(verdict, on: conversation, ledger: ledger) else {
            return (conversation, nil)
        }
        try ledger.save(outcome.correction)
        try apply(outcome.filing)
        return (outcome.conversation, .init(message: outcome.correction.message, before: outcome.before))
    }

    /// What is muted is also closed: nobody has to look at it any more.
    private mutating func set(muted: Bool, _ conversation: Conversation) throws -> Conversation {
        guard conversation.isMuted != muted else { return conversation }
        var conversation = muted ? try make(ConversationChange(state: .closed), of: conversation) : conversation
        conversation.isMuted = muted
        conversation.version += 1
        var change = Filing()
        change.conversations = [conversation]
        change.events = [event(.conversationMuted, conversation, ["after": muted ? "muted" : "unmuted"])]
        try apply(change)
        return conversation
    }

    private mutating func set(
        blocked: Bool,
        _ conversation: Conversation
    ) throws -> (Conversation, Contact.ID?) {
        guard let id = conversation.contact, let contact = try ledger.contact(id) else {
            throw Failure(.unprocessable, "nobody is known in conversation \(conversation.id) who could be blocked")
        }
        let isChange = (contact.blockedAt != nil) != blocked
        let after = blocked ? try make(ConversationChange(state: .closed), of: conversation) : conversation
        guard isChange else { return (after, nil) }
        try ledger.setBlocked(id, at: blocked ? now : nil)
        var change = Filing()
        let state = blocked ? "blocked" : "unblocked"
        change.events = [event(.contactBlocked, after, ["after": state, "contact": String(id.rawValue)])]
        try apply(change)
        return (after, id)
    }

    private func event(_ kind: Event.Kind, _ conversation: Conversation, _ data: [String: String]) -> Event {
        Event(at: now, kind: kind, conversation: conversation.id, actor: actor, data: data)
    }
}
