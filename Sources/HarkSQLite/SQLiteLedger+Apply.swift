import GRDB
import HarkCore

/// Makes a filing's changes, parents before children.
extension SQLiteLedger {
    func apply(_ filing: Filing) throws {
        for contact in filing.contacts { try save(contact) }
        for conversation in filing.succeeded { try freeKey(of: conversation) }
        for conversation in filing.conversations { try save(conversation) }
        for message in filing.messages { try insert(message) }
        for message in filing.changedMessages { try update(message) }
        for revision in filing.revisions {
            try database.run(
                "INSERT INTO revision (message, text, replaced_at) VALUES (?, ?, ?)",
                [revision.message.rawValue, StoredText(revision.text), revision.replacedAt.milliseconds]
            )
        }
        for record in filing.triage { try save(record) }
        for clock in filing.clocks { try save(clock) }
        for event in filing.events { try append(event) }
        for item in filing.outbox { try insert(item) }
        for stop in filing.stops { try save(stop) }
        for (message, context) in filing.replyContexts { try keep(context, of: message) }
    }

    private func save(_ contact: Contact) throws {
        try database.run(
            """
            INSERT INTO contact (id, channel, identity, first_seen_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET identity = excluded.identity
            """,
            [
                contact.id.rawValue, contact.channel.rawValue, JSONLine.of(contact.identity).text,
                contact.firstSeenAt.milliseconds,
            ]
        )
        for account in [contact.identity.id] + contact.identity.aliases {
            try database.run(
                "INSERT OR IGNORE INTO account VALUES (?, ?, ?)",
                [contact.channel.rawValue, account, contact.id.rawValue]
            )
        }
    }

    /// The key leads to another conversation from now on; read back it is still the same.
    private func freeKey(of conversation: Conversation.ID) throws {
        try database.run(
            "UPDATE conversation SET key = ? || id || ':' || key WHERE id = ? AND substr(key, 1, 1) <> ?",
            [ConversationKey.freed, conversation.rawValue, ConversationKey.freed]
        )
    }

    private func save(_ conversation: Conversation) throws {
        try statement(Self.saveConversation).run { row in
            row.add(conversation.id.rawValue)
            row.add(conversation.channel.rawValue)
            row.add(conversation.network.rawValue)
            row.add(conversation.key.description)
            row.add(conversation.kind.rawValue)
            row.add(conversation.isPrivate)
            row.add(conversation.state.rawValue)
            row.add(conversation.team)
            row.add(conversation.assignee)
            row.add(JSONLine.of(conversation.tags))
            row.add(conversation.contact?.rawValue)
            row.add(conversation.author)
            row.add(conversation.snippet)
            row.add(conversation.urgency.score)
            row.add(conversation.sentiment.rawValue)
            row.add(conversation.language.rawValue)
            row.add(JSONLine.of(conversation.topics))
            row.add(conversation.createdAt)
            row.add(conversation.lastMessageAt)
            row.add(conversation.waitingSince)
            row.add(conversation.snoozedUntil)
            row.add(conversation.closedAt)
            row.add(conversation.dueAt)
            row.add(conversation.version)
            row.add(conversation.dueAt?.milliseconds ?? Int64.max)
            row.add(-conversation.urgency.score)
            row.add(conversation.answeredAt)
            row.add(conversation.readAt)
            row.add(conversation.isMuted)
            row.add(conversation.mergedInto?.rawValue)
        }
    }

    private static let saveConversation = SQL(
        """
        INSERT INTO conversation (
            id, channel, network, key, kind, private, state, team, assignee, tags, contact, author, snippet, urgency,
            sentiment, language, topics, created_at, last_message_at, waiting_since, snoozed_until, closed_at, due_at,
            version, due_order, urgency_order, answered_at, read_at, muted, merged_into
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            state = excluded.state, team = excluded.team, assignee = excluded.assignee, tags = excluded.tags,
            contact = excluded.contact, author = excluded.author, snippet = excluded.snippet,
            urgency = excluded.urgency, sentiment = excluded.sentiment, language = excluded.language,
            topics = excluded.topics, last_message_at = excluded.last_message_at,
            waiting_since = excluded.waiting_since, snoozed_until = excluded.snoozed_until,
            closed_at = excluded.closed_at, due_at = excluded.due_at, version = excluded.version,
            due_order = excluded.due_order, urgency_order = excluded.urgency_order,
            answered_at = excluded.answered_at, read_at = excluded.read_at, muted = excluded.muted,
            merged_into = excluded.merged_into
        """
    )

    private func insert(_ message: Message) throws {
        try statement(Self.insertMessage).run { row in
            row.add(message.id.rawValue)
            row.add(message.conversation.rawValue)
            row.add(message.channel.rawValue)
            row.add(message.networkID)
            row.add(message.direction.rawValue)
            row.add(message.kind.rawValue)
            row.add(message.isPrivate)
            row.add(message.visibility)
            row.add(message.contact?.rawValue)
            row.add(message.agent)
            row.add(StoredText(message.text))
            row.add(message.subject.map { StoredText($0) })
            row.add(message.attachments.isEmpty ? nil : JSONLine.of(message.attachments))
            row.add(message.thread)
            row.add(message.parent)
            row.add(message.url)
            row.add(message.sentAt)
            row.add(message.receivedAt)
            row.add(message.editedAt)
            row.add(message.deletedAt)
            row.add(message.status.rawValue)
            row.add(message.statusReason)
            row.add(message.delivery)
        }
        index(Self.words(of: message), of: message.id)
        tally("messages.\(message.direction.rawValue)", 1)
        countMention(message)
    }

    private static let insertMessage = SQL(
        """
        INSERT INTO message (
            id, conversation, channel, network_id, direction, kind, private, visibility, contact, agent, text,
            subject, attachments, thread, parent, url, sent_at, received_at, edited_at, deleted_at, status,
            status_reason, delivery
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )

    /// FTS5 sees neither NULs nor the subject's own column.
    private static func words(of message: Message) -> String {
        let text = message.subject.map { $0 + "\n" + message.text } ?? message.text
        return text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
    }

    private func update(_ message: Message) throws {
        let before = try self.message(message.id)
        try database.run(
            """
            UPDATE message SET network_id = ?, text = ?, subject = ?, attachments = ?, url = ?, sent_at = ?,
            edited_at = ?, deleted_at = ?, status = ?, status_reason = ? WHERE id = ?
            """,
            [
                message.networkID, StoredText(message.text), message.subject.map { StoredText($0) },
                message.attachments.isEmpty ? nil : JSONLine.of(message.attachments).text, message.url,
                message.sentAt.milliseconds, message.editedAt?.milliseconds, message.deletedAt?.milliseconds,
                message.status.rawValue, message.statusReason, message.id.rawValue,
            ]
        )
        guard let before, Self.words(of: before) != Self.words(of: message) else { return }
        unindex(Self.words(of: before), of: message.id)
        index(Self.words(of: message), of: message.id)
    }

    private func save(_ record: Filing.TriageRecord) throws {
        try statement(Self.saveTriage).run { row in
            row.add(record.message.rawValue)
            row.add(JSONLine.of(record.triage))
            row.add(JSONLine.of(record.routing))
        }
    }

    private static let saveTriage = SQL("INSERT OR REPLACE INTO triage VALUES (?, ?, ?)")

    private func save(_ clock: Clock) throws {
        try statement(Self.saveClock).run { row in
            row.add(clock.id.rawValue)
            row.add(clock.conversation.rawValue)
            row.add(clock.metric.rawValue)
            row.add(clock.policy)
            row.add(clock.target.span.milliseconds)
            row.add(clock.target.hours.rawValue)
            row.add(clock.team)
            row.add(clock.state.rawValue)
            row.add(clock.startedAt)
            row.add(clock.used.milliseconds)
            row.add(clock.runningSince)
            row.add(clock.dueAt)
            row.add(clock.escalated)
            row.add(clock.wakesAt)
            row.add(clock.breachedAt)
            row.add(clock.endedAt)
        }
        try resolveAlerts(of: clock)
    }

    private static let saveClock = SQL(
        """
        INSERT INTO clock VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            policy = excluded.policy, target = excluded.target, hours = excluded.hours, team = excluded.team,
            state = excluded.state, used = excluded.used, running_since = excluded.running_since,
            due_at = excluded.due_at, escalated = excluded.escalated, wakes_at = excluded.wakes_at,
            breached_at = excluded.breached_at, ended_at = excluded.ended_at
        """
    )

    private func append(_ event: Event) throws {
        try statement(Self.appendEvent).run { row in
            row.add(event.at)
            row.add(event.kind.rawValue)
            row.add(event.conversation?.rawValue)
            row.add(event.actor.description)
            row.add(JSONLine.of(event.data))
        }
        if event.kind == .clockBreached, let metric = event.data["metric"] { tally("breaches.\(metric)", 1) }
    }

    private static let appendEvent = SQL(
        "INSERT INTO event (at, kind, conversation, actor, data) VALUES (?, ?, ?, ?, ?)"
    )

    private func insert(_ item: OutboxItem) throws {
        try database.run(
            """
            INSERT INTO outbox (
                id, key, conversation, channel, content, state, attempts, next_attempt_at, last_error, created_at
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
            """,
            [
                item.id.rawValue, item.key, item.conversation?.rawValue ?? 0, item.channel?.rawValue,
                try JSONColumn.text(item.content), item.state.rawValue, item.attempts,
                item.nextAttemptAt.milliseconds, item.lastError, item.createdAt.milliseconds,
            ]
        )
    }
}
