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
            writtenAt: now
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
        try answer(reply.then, agent: agent, ledger: ledger)
    }

    private mutating func answer(_ state: Conversation.State, agent: String, ledger: any Ledger) throws {
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        var clocks = try ledger.activeClocks(of: conversation.id)
        let met = service.onReply(active: clocks, at: now)
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
