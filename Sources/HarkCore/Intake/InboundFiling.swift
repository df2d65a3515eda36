/// Decides what a customer's new message changes.
struct InboundFiling {
    let draft: Draft
    let text: DraftText
    let channel: Channel
    private(set) var known: Known
    let setup: Setup
    let now: Instant
    private var filing = Filing()

    init(_ draft: Draft, text: DraftText, channel: Channel, known: Known, setup: Setup, now: Instant) {
        self.draft = draft
        self.text = text
        self.channel = channel
        self.known = known
        self.setup = setup
        self.now = now
    }

    /// The whole filing. The ledger only reserves numbers here.
    mutating func decide(triage: Triage, delivery: Int64, ledger: any Ledger) throws -> Filing {
        let contact = try contact(ledger)
        if wakesUs { try known.leaveClosed(saidAt: min(draft.sentAt, now), channel: channel, ledger: ledger) }
        let isNew = known.conversation == nil
        var conversation = try known.conversation ?? fresh(ledger.reserveConversation())
        let message = try message(ledger.reserveMessage(), conversation.id, contact, delivery)
        let before = conversation.state
        let isFreed = try wakesUs && before == .closed && mustFree(conversation, ledger)
        receive(triage, into: &conversation, contact: contact, isNew: isNew)
        let routing = route(&conversation, message, contact, isNew: isNew)
        filing.messages = [message]
        if !draft.replyContext.isEmpty { filing.replyContexts = [message.id: draft.replyContext] }
        filing.triage = [.init(message: message.id, triage: triage, routing: routing)]
        log(message, conversation, before: before, isNew: isNew, routing)
        if isFreed { free(&conversation) }
        if wakesUs { try startClocks(&conversation, contact: contact, ledger) }
        conversation.version += 1
        filing.conversations = [conversation]
        return filing
    }

    private mutating func contact(_ ledger: any Ledger) throws -> Contact? {
        guard let author = draft.author else { return nil }
        guard var contact = known.contact else {
            let contact = Contact(
                id: try ledger.reserveContact(),
                channel: channel.id,
                identity: author,
                firstSeenAt: min(draft.sentAt, now)
            )
            filing.contacts = [contact]
            return contact
        }
        guard contact.identity != author else { return contact }
        contact.identity = author.merging(contact.identity)
        filing.contacts = [contact]
        return contact
    }

    private func fresh(_ id: Conversation.ID) -> Conversation {
        Conversation(
            id: id,
            channel: channel.id,
            network: channel.network,
            key: known.predecessor?.key ?? draft.conversation,
            kind: draft.kind,
            isPrivate: draft.isPrivate,
            team: setup.configuration.routing.defaultTeam,
            createdAt: min(draft.sentAt, now),
            lastMessageAt: draft.sentAt
        )
    }

    private func message(
        _ id: Message.ID,
        _ conversation: Conversation.ID,
        _ contact: Contact?,
        _ delivery: Int64
    ) -> Message {
        Message(
            id: id,
            conversation: conversation,
            channel: channel.id,
            networkID: draft.id,
            direction: .inbound,
            kind: draft.kind,
            isPrivate: draft.isPrivate,
            visibility: draft.visibility,
            contact: contact?.id,
            author: draft.author,
            text: draft.text ?? "",
            subject: draft.subject,
            attachments: draft.attachments,
            thread: draft.thread,
            parent: draft.parent,
            url: draft.url,
            sentAt: draft.sentAt,
            receivedAt: now,
            delivery: delivery
        )
    }

    /// The customer has spoken: we owe the next word, whatever the state was.
    private func receive(_ triage: Triage, into conversation: inout Conversation, contact: Contact?, isNew: Bool) {
        conversation.contact = conversation.contact ?? contact?.id
        conversation.lastMessageAt = max(conversation.lastMessageAt, draft.sentAt)
        conversation.author = text.author ?? conversation.author
        conversation.snippet = text.snippet
        conversation.sentiment = triage.sentiment.label
        conversation.language = triage.language
        let isWaiting = conversation.waitingSince != nil
        conversation.topics = Set((isWaiting ? conversation.topics : []) + triage.topics).sorted()
        conversation.urgency = isWaiting ? max(conversation.urgency, triage.urgency) : triage.urgency
        guard wakesUs else {
            if isNew, isUnwanted { (conversation.state, conversation.closedAt) = (.closed, now) }
            return
        }
        conversation.waitingSince = conversation.waitingSince ?? min(draft.sentAt, now)
        conversation.state = .open
        conversation.snoozedUntil = nil
        conversation.closedAt = nil
    }

    /// Whether whoever had a conversation before it was closed shall not have it again.
    private func mustFree(_ conversation: Conversation, _ ledger: any Ledger) throws -> Bool {
        guard let owner = conversation.assignee else { return false }
        switch channel.reopening.owner {
        case .clear: return true
        case .keep: return try ledger.presences()[owner].map { $0.presence != .available } ?? false
        }
    }

    private mutating func free(_ conversation: inout Conversation) {
        let reason = channel.reopening.owner == .clear ? "the channel frees what opens again" : "the owner is away"
        let data = ["before": conversation.assignee ?? "", "after": "", "because": reason]
        add(.conversationAssigned, conversation, .hark, data)
        conversation.assignee = nil
    }

    /// Whether we owe an answer: not to a machine, nor where somebody of us chose to hear no more.
    private var wakesUs: Bool { !draft.isAutomatic && !isUnwanted }

    private var isUnwanted: Bool { known.conversation?.isMuted == true || known.contact?.blockedAt != nil }

    private func route(
        _ conversation: inout Conversation,
        _ message: Message,
        _ contact: Contact?,
        isNew: Bool
    ) -> RoutingDecision {
        let subject = subject(conversation, contact)
        let decision = setup.configuration.routing.decide(subject, at: now)
        // A team that a person or an earlier rule chose keeps a running conversation.
        if isNew, let team = decision.team { conversation.team = team }
        conversation.tags = Set(conversation.tags + decision.tags).sorted()
        conversation.urgency = Urgency(score: conversation.urgency.score + decision.urgencyShift)
        return decision
    }

    private func subject(_ conversation: Conversation, _ contact: Contact?) -> QuerySubject {
        QuerySubject(
            conversation: conversation,
            author: contact?.identity,
            text: text.readable,
            folded: text.folded,
            hasAttachment: !draft.attachments.isEmpty
        )
    }

    private mutating func startClocks(
        _ conversation: inout Conversation,
        contact: Contact?,
        _ ledger: any Ledger
    ) throws {
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        let subject = subject(conversation, contact)
        let capabilities = setup.connectors.connector(for: channel.network)?.capabilities(of: channel.network)
        let changes = try service.onCustomerMessage(
            conversation,
            policy: service.policy(for: subject, at: now),
            active: known.clocks,
            hadFirstResponse: known.hadFirstResponse,
            spokenAt: min(draft.sentAt, now),
            now: now,
            replyWindow: capabilities?.replyWindow,
            previous: { [conversation] in try ledger.newestClock(.resolution, of: conversation.id) },
            reserve: { try ledger.reserveClock() }
        )
        filing.add(changes)
        conversation.dueAt = ServiceLevel.dueAt(of: known.clocks.updated(by: changes.clocks))
    }

    private mutating func log(
        _ message: Message,
        _ conversation: Conversation,
        before: Conversation.State,
        isNew: Bool,
        _ routing: RoutingDecision
    ) {
        if isNew {
            var data = ["channel": channel.id.rawValue]
            data["after"] = known.predecessor?.id.description
            filing.succeeded = known.predecessor.map { [$0.id] } ?? []
            add(.conversationOpened, conversation, .contact, data)
        }
        add(.messageReceived, conversation, .contact, ["message": String(message.id.rawValue)])
        if !isNew, before != conversation.state {
            add(
                .conversationState,
                conversation,
                .contact,
                ["before": before.rawValue, "after": conversation.state.rawValue]
            )
        }
        guard isNew || !routing.matches.isEmpty else { return }
        let rules = routing.matches.map(\.rule).joined(separator: ", ")
        add(
            .conversationRouted,
            conversation,
            .hark,
            ["team": conversation.team, "rules": rules.isEmpty ? "none matched: the default team" : rules]
        )
    }

    private mutating func add(
        _ kind: Event.Kind,
        _ conversation: Conversation,
        _ actor: Event.Actor,
        _ data: [String: String]
    ) {
        filing.events.append(Event(at: now, kind: kind, conversation: conversation.id, actor: actor, data: data))
    }
}

extension Author {
    /// This newer sight of an account, with what only the older one knew.
    func merging(_ older: Author) -> Author {
        var merged = self
        merged.handle = handle ?? older.handle
        merged.name = name ?? older.name
        merged.url = url ?? older.url
        merged.followers = followers ?? older.followers
        let known = [older.id] + older.aliases + aliases
        merged.aliases = known.reduce(into: []) { list, id in
            if id != merged.id, !list.contains(id) { list.append(id) }
        }
        return merged
    }
}

extension [Clock] {
    /// These clocks, with the changed and new ones in place.
    func updated(by changes: [Clock]) -> [Clock] {
        let changed = Set(changes.map(\.id))
        return filter { !changed.contains($0.id) } + changes
    }
}
