import GRDB
import HarkCore

/// Makes a filing's changes, parents before children.
extension SQLiteLedger {
    func apply(_ filing: Filing) throws {
        for contact in filing.contacts { try save(contact) }
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
        for (message, context) in filing.replyContexts { try keep(context, of: message) }
    }

    private func save(_ contact: Contact) throws {
        try database.run(
            """
            INSERT INTO contact (id, channel, identity, first_seen_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET identity = excluded.identity
            """,
            [
                contact.id.rawValue, contact.channel.rawValue, try JSONColumn.text(contact.identity),
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

    private func save(_ conversation: Conversation) throws {
        try database.run(
            Self.saveConversation,
            [
                conversation.id.rawValue, conversation.channel.rawValue, conversation.network.rawValue,
                conversation.key.description, conversation.kind.rawValue, conversation.isPrivate,
                conversation.state.rawValue, conversation.team, conversation.assignee,
                JSONLine.of(conversation.tags), conversation.contact?.rawValue, conversation.author,
                conversation.snippet, conversation.urgency.score, conversation.sentiment.rawValue,
                conversation.language.rawValue, JSONLine.of(conversation.topics),
                conversation.createdAt.milliseconds, conversation.lastMessageAt.milliseconds,
                conversation.waitingSince?.milliseconds, conversation.snoozedUntil?.milliseconds,
                conversation.closedAt?.milliseconds, conversation.dueAt?.milliseconds, conversation.version,
                conversation.dueAt?.milliseconds ?? Int64.max, -conversation.urgency.score,
                conversation.answeredAt?.milliseconds, conversation.readAt?.milliseconds, conversation.isMuted,
                conversation.mergedInto?.rawValue,
            ]
        )
    }

    private static let saveConversation = """
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

    private func insert(_ message: Message) throws {
        try database.run(
            """
            INSERT INTO message (
                id, conversation, channel, network_id, direction, kind, private, visibility, contact, agent, text,
                subject, attachments, thread, parent, url, sent_at, received_at, edited_at, deleted_at, status,
                status_reason, delivery
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                message.id.rawValue, message.conversation.rawValue, message.channel.rawValue, message.networkID,
                message.direction.rawValue, message.kind.rawValue, message.isPrivate, message.visibility,
                message.contact?.rawValue, message.agent, StoredText(message.text),
                message.subject.map { StoredText($0) },
                message.attachments.isEmpty ? nil : try JSONColumn.text(message.attachments), message.thread,
                message.parent, message.url, message.sentAt.milliseconds, message.receivedAt.milliseconds,
                message.editedAt?.milliseconds, message.deletedAt?.milliseconds, message.status.rawValue,
                message.statusReason, message.delivery,
            ]
        )
        try database.run(
            "INSERT INTO message_words (rowid, text) VALUES (?, ?)",
            [message.id.rawValue, Self.words(of: message)]
        )
        tally("messages.\(message.direction.rawValue)", 1)
    }

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
                message.attachments.isEmpty ? nil : try JSONColumn.text(message.attachments), message.url,
                message.sentAt.milliseconds, message.editedAt?.milliseconds, message.deletedAt?.milliseconds,
                message.status.rawValue, message.statusReason, message.id.rawValue,
            ]
        )
        guard let before, Self.words(of: before) != Self.words(of: message) else { return }
        try database.run(
            "INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', ?, ?)",
            [message.id.rawValue, Self.words(of: before)]
        )
        try database.run(
            "INSERT INTO message_words (rowid, text) VALUES (?, ?)",
            [message.id.rawValue, Self.words(of: message)]
        )
    }

    private func save(_ record: Filing.TriageRecord) throws {
        try database.run(
            "INSERT OR REPLACE INTO triage VALUES (?, ?, ?)",
            [record.message.rawValue, JSONLine.of(record.triage), JSONLine.of(record.routing)]
        )
    }

    private func save(_ clock: Clock) throws {
        try database.run(
            """
            INSERT INTO clock VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                policy = excluded.policy, target = excluded.target, hours = excluded.hours, team = excluded.team,
                state = excluded.state, used = excluded.used, running_since = excluded.running_since,
                due_at = excluded.due_at, escalated = excluded.escalated, wakes_at = excluded.wakes_at,
                breached_at = excluded.breached_at, ended_at = excluded.ended_at
            """,
            [
                clock.id.rawValue, clock.conversation.rawValue, clock.metric.rawValue, clock.policy,
                clock.target.span.milliseconds, clock.target.hours.rawValue, clock.team, clock.state.rawValue,
                clock.startedAt.milliseconds, clock.used.milliseconds, clock.runningSince?.milliseconds,
                clock.dueAt?.milliseconds, clock.escalated, clock.wakesAt?.milliseconds,
                clock.breachedAt?.milliseconds, clock.endedAt?.milliseconds,
            ]
        )
    }

    private func append(_ event: Event) throws {
        try database.run(
            "INSERT INTO event (at, kind, conversation, actor, data) VALUES (?, ?, ?, ?, ?)",
            [
                event.at.milliseconds, event.kind.rawValue, event.conversation?.rawValue, event.actor.description,
                JSONLine.of(event.data),
            ]
        )
        if event.kind == .clockBreached, let metric = event.data["metric"] { tally("breaches.\(metric)", 1) }
    }

    private func insert(_ item: OutboxItem) throws {
        try database.run(
            """
            INSERT INTO outbox (
                id, key, conversation, channel, content, state, attempts, next_attempt_at, last_error, created_at
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
            """,
            [
                item.id.rawValue, item.key, item.conversation.rawValue, item.channel?.rawValue,
                try JSONColumn.text(item.content), item.state.rawValue, item.attempts,
                item.nextAttemptAt.milliseconds, item.lastError, item.createdAt.milliseconds,
            ]
        )
    }
}
