/// Decides what a reply from here changes.
struct ReplyFiling {
    private var conversation: Conversation
    private let setup: Setup
    private let actor: Event.Actor
    private let now: Instant
    private var filing = Filing()

    init(_ conversation: Conversation, setup: Setup, actor: Event.Actor, now: Instant) {
        self.conversation = conversation
        self.setup = setup
        self.actor = actor
        self.now = now
    }

    /// The message, its place in the outbox, the clocks it stops and the state it leads to.
    mutating func queue(
        _ reply: ReplyCommand,
        key: String,
        to target: Message,
        agent: String,
        ledger: any Ledger
    ) throws {
        let context = try ledger.replyContext(of: target.id)
        let outgoing = Outgoing(
            id: LocalDesk.freshKey(),
            text: reply.text,
            target: .init(target, context: context),
            writtenAt: now,
            extras: reply.extras
        )
        let message = Message(
            id: try ledger.reserveMessage(),
            conversation: conversation.id,
            channel: conversation.channel,
            networkID: "hark:" + outgoing.id,
            direction: .outbound,
            kind: target.kind,
            isPrivate: target.isPrivate,
            visibility: target.visibility,
            agent: agent,
            text: reply.text,
            thread: target.thread,
            parent: target.networkID,
            sentAt: now,
            receivedAt: now,
            status: .queued
        )
        filing.messages = [message]
        filing.outbox = [
            OutboxItem(
                id: try ledger.reserveOutboxItem(),
                key: key,
                conversation: conversation.id,
                channel: conversation.channel,
                content: .reply(outgoing, message: message.id),
                nextAttemptAt: now + setup.configuration.replyHold,
                createdAt: now
            )
        ]
        add(.replyQueued, ["message": String(message.id.rawValue)])
        AlertStop(.reply, conversation.id, actor: actor, setup: setup, at: now).map { filing.stops.append($0) }
        if case .bot = actor {
            try speakOn(reply.then, ledger: ledger)
        } else {
            try answer(reply.then, agent: agent, ledger: ledger)
        }
    }

    /// A program has spoken: the customer still waits for a person, unless it closes.
    private mutating func speakOn(_ state: Conversation.State, ledger: any Ledger) throws {
        conversation.lastMessageAt = max(conversation.lastMessageAt, now)
        conversation.version += 1
        guard state == .closed else { return }
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        let clocks = try ledger.activeClocks(of: conversation.id)
        _ = try StateChange(to: .closed, until: nil, service: service, actor: actor, now: now)
            .apply(to: &conversation, clocks: clocks, filing: &filing, ledger: ledger)
    }

    private mutating func answer(_ state: Conversation.State, agent: String, ledger: any Ledger) throws {
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        var clocks = try ledger.activeClocks(of: conversation.id)
        let policy = try service.promisesUpdates ? service.policy(for: ledger.subject(of: conversation), at: now) : nil
        let met = try service.onReply(
            conversation,
            policy: policy,
            active: clocks,
            closing: state == .closed,
            at: now,
            reserve: { try ledger.reserveClock() }
        )
        filing.add(met)
        clocks = clocks.updated(by: met.clocks)
        conversation.waitingSince = nil
        conversation.lastMessageAt = max(conversation.lastMessageAt, now)
        conversation.answeredAt = now
        conversation.readAt = conversation.lastMessageAt
        if conversation.assignee == nil {
            conversation.assignee = agent
            add(.conversationAssigned, ["before": "", "after": agent, "because": "replied first"])
        }
        clocks = try StateChange(to: state, until: nil, service: service, actor: actor, now: now)
            .apply(to: &conversation, clocks: clocks, filing: &filing, ledger: ledger)
        conversation.dueAt = ServiceLevel.dueAt(of: clocks)
        conversation.version += 1
    }

    private mutating func add(_ kind: Event.Kind, _ data: [String: String]) {
        filing.events.append(Event(at: now, kind: kind, conversation: conversation.id, actor: actor, data: data))
    }

    /// The filing with the conversation in it.
    func finished() -> (filing: Filing, conversation: Conversation) {
        var filing = filing
        filing.conversations = [conversation]
        return (filing, conversation)
    }
}

extension Outgoing.Target {
    /// A reply to this message.
    init(_ message: Message, context: [String: String]) {
        self.init(
            messageID: message.networkID,
            kind: message.kind,
            isPrivate: message.isPrivate,
            visibility: message.visibility,
            thread: message.thread,
            author: message.author,
            sentAt: message.sentAt,
            context: context.isEmpty ? nil : context
        )
    }
}
