/// Decides what follows when we hear our own words: sent from here, or by one of us in the network's own app.
struct EchoFiling {
    let draft: Draft
    let channel: Channel
    let known: Known
    let setup: Setup
    let now: Instant

    init(_ draft: Draft, channel: Channel, known: Known, setup: Setup, now: Instant) {
        self.draft = draft
        self.channel = channel
        self.known = known
        self.setup = setup
        self.now = now
    }

    /// The filing; nil when the echo concerns no conversation (our own public post).
    func decide(delivery: Int64, ledger: any Ledger) throws -> Filing? {
        if let own = known.awaitingReceipt.first(where: { draft.text?.hasSuffix($0.text) ?? false }) {
            return adopted(own)
        }
        guard let conversation = try known.conversation ?? opened(ledger) else { return nil }
        var filing = Filing()
        filing.messages = [message(try ledger.reserveMessage(), conversation.id, delivery)]
        var changed = conversation
        changed.lastMessageAt = max(conversation.lastMessageAt, draft.sentAt)
        if !draft.isAutomatic { changed.answeredAt = max(conversation.answeredAt ?? draft.sentAt, draft.sentAt) }
        filing.events.append(
            event(.replyEchoed, conversation, ["message": String(filing.messages[0].id.rawValue)])
        )
        try answer(&changed, &filing, ledger)
        changed.version += 1
        filing.conversations = [changed]
        return filing
    }

    /// The echo overtook the network's answer to our own request: the waiting message is the one.
    private func adopted(_ own: Message) -> Filing {
        var filing = Filing()
        var message = own
        message.networkID = draft.id
        message.status = .sent
        message.statusReason = nil
        filing.changedMessages = [message]
        filing.events = [
            Event(
                at: now,
                kind: .replySent,
                conversation: own.conversation,
                actor: .hark,
                data: ["message": String(own.id.rawValue), "by": "echo"]
            )
        ]
        return filing
    }

    /// A private message that one of us wrote first, in the app: the conversation begins with the customer's turn.
    private func opened(_ ledger: any Ledger) throws -> Conversation? {
        guard draft.isPrivate else { return nil }
        return Conversation(
            id: try ledger.reserveConversation(),
            channel: channel.id,
            network: channel.network,
            key: draft.conversation,
            kind: draft.kind,
            isPrivate: true,
            state: .pending,
            team: setup.configuration.routing.defaultTeam,
            author: draft.recipient.map { SafeLine.snippet($0.handle ?? $0.name ?? $0.id) } ?? "",
            snippet: SafeLine.snippet(draft.readableText),
            createdAt: min(draft.sentAt, now),
            lastMessageAt: draft.sentAt
        )
    }

    /// A reply in the app counts like one from here, unless a machine wrote it or the customer spoke again after it.
    private func answer(_ conversation: inout Conversation, _ filing: inout Filing, _ ledger: any Ledger) throws {
        guard !draft.isAutomatic, let waiting = conversation.waitingSince, draft.sentAt >= waiting else { return }
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        var clocks = known.clocks
        let policy = try service.promisesUpdates ? service.policy(for: ledger.subject(of: conversation), at: now) : nil
        let met = try service.onReply(
            conversation,
            policy: policy,
            active: clocks,
            at: min(draft.sentAt, now),
            reserve: { try ledger.reserveClock() }
        )
        filing.add(met)
        AlertStop(.reply, conversation.id, actor: .networkApp, setup: setup, at: now).map { filing.stops.append($0) }
        clocks = clocks.updated(by: met.clocks)
        conversation.waitingSince = nil
        if conversation.state == .open {
            clocks = try StateChange(to: .pending, until: nil, service: service, actor: .networkApp, now: now)
                .apply(to: &conversation, clocks: clocks, filing: &filing, ledger: ledger)
        }
        conversation.dueAt = ServiceLevel.dueAt(of: clocks)
    }

    private func message(_ id: Message.ID, _ conversation: Conversation.ID, _ delivery: Int64) -> Message {
        Message(
            id: id,
            conversation: conversation,
            channel: channel.id,
            networkID: draft.id,
            direction: .outbound,
            kind: draft.kind,
            isPrivate: draft.isPrivate,
            visibility: draft.visibility,
            text: draft.text ?? "",
            subject: draft.subject,
            attachments: draft.attachments,
            thread: draft.thread,
            parent: draft.parent,
            url: draft.url,
            sentAt: draft.sentAt,
            receivedAt: now,
            status: .sent,
            delivery: delivery
        )
    }

    private func event(_ kind: Event.Kind, _ conversation: Conversation, _ data: [String: String]) -> Event {
        Event(at: now, kind: kind, conversation: conversation.id, actor: .networkApp, data: data)
    }
}
