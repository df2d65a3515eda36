import HarkCore

/// Select lists and their readers, side by side so that they cannot drift apart.
enum Rows {
    static let conversation = """
        c.id, c.channel, c.network, c.key, c.kind, c.private, c.state, c.team, c.assignee, c.tags, c.contact, c.author,
        c.snippet, c.urgency, c.sentiment, c.language, c.topics, c.created_at, c.last_message_at, c.waiting_since,
        c.snoozed_until, c.closed_at, c.due_at, c.answered_at, c.read_at, c.muted, c.merged_into, c.version
        """

    static func conversation(_ row: Row) throws -> Conversation { try conversation(row, from: 0) }

    static func conversation(_ row: Row, from column: Int) throws -> Conversation {
        var row = RowReader(row, from: column)
        return Conversation(
            id: .init(rawValue: try row.integer()),
            channel: .init(rawValue: try row.string()),
            network: .init(rawValue: try row.string()),
            key: try ConversationKey(stored: try row.string()),
            kind: try row.word(MessageKind.self),
            isPrivate: try row.flag(),
            state: try row.word(Conversation.State.self),
            team: try row.string(),
            assignee: row.next(),
            tags: try row.words(),
            contact: row.next().map { Contact.ID(rawValue: $0) },
            author: try row.string(),
            snippet: try row.string(),
            urgency: Urgency(score: Int(try row.integer())),
            sentiment: try row.word(Sentiment.Label.self),
            language: try row.word(Language.self),
            topics: try row.words(),
            createdAt: try row.instant(),
            lastMessageAt: try row.instant(),
            waitingSince: row.instantIfPresent(),
            snoozedUntil: row.instantIfPresent(),
            closedAt: row.instantIfPresent(),
            dueAt: row.instantIfPresent(),
            answeredAt: row.instantIfPresent(),
            readAt: row.instantIfPresent(),
            isMuted: try row.flag(),
            mergedInto: row.next().map { Conversation.ID(rawValue: $0) },
            version: try row.integer()
        )
    }

    static let message = """
        m.id, m.conversation, m.channel, m.network_id, m.direction, m.kind, m.private, m.visibility, m.contact, m.agent,
        m.text, m.subject, m.attachments, m.thread, m.parent, m.url, m.sent_at, m.received_at, m.edited_at, m.deleted_at,
        m.status, m.status_reason, m.delivery, p.identity
        """

    static let messageSource = "message m LEFT JOIN contact p ON p.id = m.contact"

    static func message(_ row: Row) throws -> Message {
        var row = RowReader(row)
        var message = Message(
            id: .init(rawValue: try row.integer()),
            conversation: .init(rawValue: try row.integer()),
            channel: .init(rawValue: try row.string()),
            networkID: try row.string(),
            direction: try row.word(Message.Direction.self),
            kind: try row.word(MessageKind.self),
            isPrivate: try row.flag(),
            visibility: row.next(),
            contact: row.next().map { Contact.ID(rawValue: $0) },
            agent: row.next(),
            text: try row.text(),
            subject: row.textIfPresent(),
            attachments: try row.jsonIfPresent([Attachment].self) ?? [],
            thread: row.next(),
            parent: row.next(),
            url: row.next(),
            sentAt: try row.instant(),
            receivedAt: try row.instant(),
            editedAt: row.instantIfPresent(),
            deletedAt: row.instantIfPresent(),
            status: try row.word(Message.Status.self),
            statusReason: row.next(),
            delivery: row.next()
        )
        message.author = try row.jsonIfPresent(Author.self)
        return message
    }

    static let contact = "p.id, p.channel, p.identity, p.first_seen_at, p.blocked_at"

    static func contact(_ row: Row) throws -> Contact { try contact(row, seenAs: nil) }

    /// A contact; one that is stored just as it was seen now needs no reading.
    static func contact(_ row: Row, seenAs account: Author?) throws -> Contact {
        var row = RowReader(row)
        return Contact(
            id: .init(rawValue: try row.integer()),
            channel: .init(rawValue: try row.string()),
            identity: try row.author(unless: account),
            firstSeenAt: try row.instant(),
            blockedAt: row.instantIfPresent()
        )
    }

    static let clock = """
        k.id, k.conversation, k.metric, k.policy, k.target, k.hours, k.team, k.state, k.started_at, k.used,
        k.running_since, k.due_at, k.escalated, k.wakes_at, k.breached_at, k.ended_at
        """

    static func clock(_ row: Row) throws -> Clock { try clock(row, from: 0) }

    static func clock(_ row: Row, from column: Int) throws -> Clock {
        var row = RowReader(row, from: column)
        return Clock(
            id: .init(rawValue: try row.integer()),
            conversation: .init(rawValue: try row.integer()),
            metric: try row.word(Clock.Metric.self),
            policy: try row.string(),
            target: .init(
                span: Span(milliseconds: try row.integer()),
                hours: try row.word(ServicePolicy.Hours.self)
            ),
            team: try row.string(),
            state: try row.word(Clock.State.self),
            startedAt: try row.instant(),
            used: Span(milliseconds: try row.integer()),
            runningSince: row.instantIfPresent(),
            dueAt: row.instantIfPresent(),
            escalated: Int(try row.integer()),
            wakesAt: row.instantIfPresent(),
            breachedAt: row.instantIfPresent(),
            endedAt: row.instantIfPresent()
        )
    }

    static let event = "e.id, e.at, e.kind, e.conversation, e.actor, e.data"

    static func event(_ row: Row) throws -> Event {
        var row = RowReader(row)
        return Event(
            id: .init(rawValue: try row.integer()),
            at: try row.instant(),
            kind: try row.word(Event.Kind.self),
            conversation: row.next().map { Conversation.ID(rawValue: $0) },
            actor: Event.Actor(try row.string()),
            data: try row.json([String: String].self)
        )
    }

    static let outbox = """
        o.id, o.key, o.conversation, o.channel, o.content, o.state, o.attempts, o.next_attempt_at, o.last_error,
        o.created_at, o.leased_until
        """

    static func outbox(_ row: Row) throws -> OutboxItem {
        var row = RowReader(row)
        var item = OutboxItem(
            id: .init(rawValue: try row.integer()),
            key: try row.string(),
            conversation: Self.conversation(numbered: try row.integer()),
            channel: row.next().map { Channel.ID(rawValue: $0) },
            content: try row.json(OutboxItem.Content.self),
            state: try row.word(OutboxItem.State.self),
            attempts: Int(try row.integer()),
            nextAttemptAt: try row.instant(),
            lastError: row.next(),
            createdAt: try row.instant()
        )
        item.wasInterrupted = row.instantIfPresent() != nil
        return item
    }

    /// The column cannot be empty; 0 stands for no single conversation.
    private static func conversation(numbered number: Int64) -> Conversation.ID? {
        number == 0 ? nil : Conversation.ID(rawValue: number)
    }

    static let delivery = """
        d.id, d.channel, d.surface, d.received_at, d.headers, d.body, d.state, d.error, d.items
        """

    static func delivery(_ row: Row) throws -> Delivery {
        var row = RowReader(row)
        return Delivery(
            id: try row.integer(),
            channel: .init(rawValue: try row.string()),
            surface: try row.string(),
            receivedAt: try row.instant(),
            headers: try row.json([[String]].self).compactMap { $0.count == 2 ? HTTPField($0[0], $0[1]) : nil },
            body: row.bytes(),
            state: try row.word(Delivery.State.self),
            error: row.next(),
            items: Int(try row.integer())
        )
    }

    static let token = "t.id, t.name, t.role, t.created_at, t.last_used_at, t.revoked_at"

    static func token(_ row: Row) throws -> TokenSummary {
        var row = RowReader(row)
        return TokenSummary(
            id: try row.integer(),
            name: try row.string(),
            role: try row.word(Role.self),
            createdAt: try row.instant(),
            lastUsedAt: row.instantIfPresent(),
            revokedAt: row.instantIfPresent()
        )
    }

    static let health = """
        h.channel, h.state, h.reason, h.since, h.last_delivery_at, h.last_success_at,
        (SELECT count(*) FROM delivery d WHERE d.state = 'undecoded' AND d.channel = h.channel)
        """

    static func health(_ row: Row) throws -> (Channel.ID, ChannelHealthRecord) {
        var row = RowReader(row)
        return (
            .init(rawValue: try row.string()),
            ChannelHealthRecord(
                state: try row.word(ChannelHealth.State.self),
                reason: row.next(),
                since: try row.instant(),
                lastDeliveryAt: row.instantIfPresent(),
                lastSuccessAt: row.instantIfPresent(),
                undecoded: Int(try row.integer())
            )
        )
    }
}

extension ConversationKey {
    /// Begins what is stored of a key that leads to a newer conversation: `x42:p:petra`, with the old one's number.
    static let freed = "x"

    /// Reads ``description`` back.
    init(stored text: String) throws {
        let key = text.hasPrefix(Self.freed) ? text.drop { $0 != ":" }.dropFirst() : text[...]
        switch key.prefix(2) {
        case "t:": self = .thread(String(key.dropFirst(2)))
        case "p:": self = .person(String(key.dropFirst(2)))
        default: throw Failure(.storage, "a conversation's key cannot be read")
        }
    }
}
