import GRDB
import HarkCore

/// What decisions need to know, each by an index.
extension SQLiteLedger {
    func message(channel: Channel.ID, networkID: String) throws -> Message? {
        try database.first(
            "SELECT \(Rows.message) FROM \(Rows.messageSource) WHERE m.channel = ? AND m.network_id = ?",
            [channel.rawValue, networkID],
            Rows.message
        )
    }

    func message(_ id: Message.ID) throws -> Message? {
        try database.first(
            "SELECT \(Rows.message) FROM \(Rows.messageSource) WHERE m.id = ?",
            [id.rawValue],
            Rows.message
        )
    }

    func outbound(
        channel: Channel.ID,
        recipient: String,
        until: Instant,
        below state: DeliveryReport.State
    ) throws -> [Message] {
        let earlier: [DeliveryReport.State] = [.sent, .delivered, .read].filter { $0 < state }
        let states = earlier.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try database.all(
            """
            SELECT \(Rows.message) FROM \(Rows.messageSource) JOIN conversation c ON c.id = m.conversation
            JOIN account a ON a.contact = c.contact AND a.channel = c.channel
            WHERE a.channel = ? AND a.account = ? AND m.direction = 'outbound' AND m.sent_at <= ?
            AND m.status IN (\(states)) ORDER BY m.id DESC LIMIT 100
            """,
            [channel.rawValue, recipient, until.milliseconds],
            Rows.message
        )
    }

    func awaitingReceipt(in conversation: Conversation.ID) throws -> [Message] {
        try database.all(
            """
            SELECT \(Rows.message) FROM \(Rows.messageSource)
            WHERE m.conversation = ? AND m.direction = 'outbound' AND m.status IN ('queued', 'unknown') ORDER BY m.id
            """,
            [conversation.rawValue],
            Rows.message
        )
    }

    func newestInbound(of conversation: Conversation.ID) throws -> Message? {
        try database.first(
            """
            SELECT \(Rows.message) FROM \(Rows.messageSource)
            WHERE m.conversation = ? AND m.direction = 'inbound' ORDER BY m.sent_at DESC, m.id DESC LIMIT 1
            """,
            [conversation.rawValue],
            Rows.message
        )
    }

    func conversation(_ id: Conversation.ID) throws -> Conversation? {
        try database.first(
            "SELECT \(Rows.conversation) FROM conversation c WHERE c.id = ?",
            [id.rawValue],
            Rows.conversation
        )
    }

    func conversation(channel: Channel.ID, key: ConversationKey) throws -> Conversation? {
        try database.first(
            "SELECT \(Rows.conversation) FROM conversation c WHERE c.channel = ? AND c.key = ?",
            [channel.rawValue, key.description],
            Rows.conversation
        ).map { try heir(of: $0) }
    }

    /// The conversation that took a merged one over.
    private func heir(of conversation: Conversation) throws -> Conversation {
        guard let heir = conversation.mergedInto else { return conversation }
        return try self.conversation(heir) ?? conversation
    }

    func contact(channel: Channel.ID, account: Author) throws -> Contact? {
        for id in [account.id] + account.aliases {
            let contact = try database.first(
                """
                SELECT \(Rows.contact) FROM account a JOIN contact p ON p.id = a.contact
                WHERE a.channel = ? AND a.account = ?
                """,
                [channel.rawValue, id],
                Rows.contact
            )
            if let contact { return contact }
        }
        return nil
    }

    func contact(_ id: Contact.ID) throws -> Contact? {
        try database.first("SELECT \(Rows.contact) FROM contact p WHERE p.id = ?", [id.rawValue], Rows.contact)
    }

    func activeClocks(of conversation: Conversation.ID) throws -> [Clock] {
        try database.all(
            "SELECT \(Rows.clock) FROM clock k WHERE k.conversation = ? AND k.state IN ('running', 'paused')",
            [conversation.rawValue],
            Rows.clock
        )
    }

    func hasHadClock(_ metric: Clock.Metric, conversation: Conversation.ID) throws -> Bool {
        try database.first(
            "SELECT 1 FROM clock WHERE conversation = ? AND metric = ? LIMIT 1",
            [conversation.rawValue, metric.rawValue],
            { _ in true }
        ) ?? false
    }

    func clocks(wakingBy now: Instant, limit: Int) throws -> [Clock] {
        try database.all(
            "SELECT \(Rows.clock) FROM clock k WHERE k.wakes_at <= ? ORDER BY k.wakes_at LIMIT ?",
            [now.milliseconds, limit],
            Rows.clock
        )
    }

    func snoozes(endingBy now: Instant, limit: Int) throws -> [Conversation] {
        try database.all(
            """
            SELECT \(Rows.conversation) FROM conversation c
            WHERE c.snoozed_until <= ? ORDER BY c.snoozed_until LIMIT ?
            """,
            [now.milliseconds, limit],
            Rows.conversation
        )
    }
}
