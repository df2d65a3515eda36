import GRDB
import HarkCore

/// What decisions need to know, each by an index.
extension SQLiteLedger {
    func message(channel: Channel.ID, networkID: String) throws -> Message? {
        try statement(Self.messageByNetworkID).first(
            { arguments in
                arguments.add(channel.rawValue)
                arguments.add(networkID)
            },
            Rows.message
        )
    }

    private static let messageByNetworkID = SQL(
        "SELECT \(Rows.message) FROM \(Rows.messageSource) WHERE m.channel = ? AND m.network_id = ?"
    )

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
        try statement(Self.awaitingReceipt).all({ $0.add(conversation.rawValue) }, Rows.message)
    }

    private static let awaitingReceipt = SQL(
        """
        SELECT \(Rows.message) FROM \(Rows.messageSource)
        WHERE m.conversation = ? AND m.direction = 'outbound' AND m.status IN ('queued', 'unknown') ORDER BY m.id
        """
    )

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
        try statement(Self.conversationByKey).first(
            { arguments in
                arguments.add(channel.rawValue)
                arguments.add(key.description)
            },
            Rows.conversation
        ).map { try heir(of: $0) }
    }

    private static let conversationByKey = SQL(
        "SELECT \(Rows.conversation) FROM conversation c WHERE c.channel = ? AND c.key = ?"
    )

    /// The conversation that took a merged one over.
    private func heir(of conversation: Conversation) throws -> Conversation {
        guard let heir = conversation.mergedInto else { return conversation }
        return try self.conversation(heir) ?? conversation
    }

    func contact(channel: Channel.ID, account: Author) throws -> Contact? {
        for id in [account.id] + account.aliases {
            let contact = try statement(Self.contactByAccount).first(
                { arguments in
                    arguments.add(channel.rawValue)
                    arguments.add(id)
                },
                { try Rows.contact($0, seenAs: account) }
            )
            if let contact { return contact }
        }
        return nil
    }

    private static let contactByAccount = SQL(
        """
        SELECT \(Rows.contact) FROM account a JOIN contact p ON p.id = a.contact
        WHERE a.channel = ? AND a.account = ?
        """
    )

    func contact(_ id: Contact.ID) throws -> Contact? {
        try database.first("SELECT \(Rows.contact) FROM contact p WHERE p.id = ?", [id.rawValue], Rows.contact)
    }

    func activeClocks(of conversation: Conversation.ID) throws -> [Clock] {
        try statement(Self.activeClocks).all({ $0.add(conversation.rawValue) }, Rows.clock)
    }

    private static let activeClocks = SQL(
        "SELECT \(Rows.clock) FROM clock k WHERE k.conversation = ? AND k.state IN ('running', 'paused')"
    )

    func hasHadClock(_ metric: Clock.Metric, conversation: Conversation.ID) throws -> Bool {
        try statement(Self.hasHadClock).first(
            { arguments in
                arguments.add(conversation.rawValue)
                arguments.add(metric.rawValue)
            },
            { _ in true }
        ) ?? false
    }

    private static let hasHadClock = SQL("SELECT 1 FROM clock WHERE conversation = ? AND metric = ? LIMIT 1")

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
