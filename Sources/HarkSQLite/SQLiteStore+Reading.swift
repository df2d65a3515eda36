public import HarkCore
import Foundation
import GRDB

/// Reads, each in a snapshot of its own.
extension SQLiteStore {
    /// A page of the inbox by keyset.
    public func conversations(
        matching search: Search,
        after position: InboxPosition?,
        limit: Int,
        now: Instant
    ) async throws -> [Conversation] {
        try await read { database in
            var condition = QuerySQL(search.query, now: now)
            let order = OrderSQL(search.order)
            if let position { condition.append(order.after, order.values(position)) }
            return try database.all(
                """
                SELECT \(Rows.conversation) FROM conversation c WHERE \(condition.sql) ORDER BY \(order.sql) LIMIT ?
                """,
                condition.arguments + [limit],
                Rows.conversation
            )
        }
    }

    /// One conversation with everything that belongs to it.
    public func file(of id: Conversation.ID) async throws -> ConversationFile? {
        try await read { database in
            let number = id.rawValue
            guard
                let conversation = try database.first(
                    "SELECT \(Rows.conversation) FROM conversation c WHERE c.id = ?",
                    [number],
                    Rows.conversation
                )
            else { return nil }
            return ConversationFile(
                conversation: conversation,
                contact: try conversation.contact.flatMap { contact in
                    try database.first(
                        "SELECT \(Rows.contact) FROM contact p WHERE p.id = ?",
                        [contact.rawValue],
                        Rows.contact
                    )
                },
                messages: try database.all(
                    """
                    SELECT \(Rows.message) FROM \(Rows.messageSource) WHERE m.conversation = ?
                    ORDER BY m.sent_at, m.id
                    """,
                    [number],
                    Rows.message
                ),
                revisions: try Self.revisions(of: number, database),
                triage: try Self.triage(of: number, database),
                corrections: try Self.corrections(of: number, database),
                clocks: try database.all(
                    "SELECT \(Rows.clock) FROM clock k WHERE k.conversation = ? ORDER BY k.id",
                    [number],
                    Rows.clock
                ),
                events: try database.all(
                    "SELECT \(Rows.event) FROM event e WHERE e.conversation = ? ORDER BY e.id",
                    [number],
                    Rows.event
                )
            )
        }
    }

    private static func revisions(of conversation: Int64, _ database: Database) throws -> [Revision] {
        try database.all(
            """
            SELECT r.message, r.text, r.replaced_at FROM revision r JOIN message m ON m.id = r.message
            WHERE m.conversation = ? ORDER BY r.id
            """,
            [conversation]
        ) { row in
            var row = RowReader(row)
            return Revision(
                message: .init(rawValue: try row.integer()),
                text: try row.text(),
                replacedAt: try row.instant()
            )
        }
    }

    private static func corrections(of number: Int64, _ database: Database) throws -> [Message.ID: Correction] {
        let corrections = try database.all(
            "SELECT \(Rows.correction) FROM correction x JOIN message m ON m.id = x.message WHERE m.conversation = ?",
            [number],
            Rows.correction
        )
        return Dictionary(uniqueKeysWithValues: corrections.map { ($0.message, $0) })
    }

    private static func triage(of conversation: Int64, _ database: Database) throws -> [Filing.TriageRecord] {
        try database.all(
            """
            SELECT t.message, t.triage, t.routing FROM triage t JOIN message m ON m.id = t.message
            WHERE m.conversation = ? ORDER BY m.sent_at, m.id
            """,
            [conversation]
        ) { row in
            var row = RowReader(row)
            return Filing.TriageRecord(
                message: .init(rawValue: try row.integer()),
                triage: try row.json(Triage.self),
                routing: try row.json(RoutingDecision.self)
            )
        }
    }

    /// Deliveries, newest first.
    public func deliveries(undecodedOnly: Bool, before: Int64?, limit: Int) async throws -> [Delivery] {
        try await read { database in
            try database.all(
                """
                SELECT \(Rows.delivery) FROM delivery d WHERE d.id < ? \(undecodedOnly ? "AND d.state = 'undecoded'" : "")
                ORDER BY d.id DESC LIMIT ?
                """,
                [before ?? Int64.max, limit],
                Rows.delivery
            )
        }
    }

    /// One delivery.
    public func delivery(_ id: Int64) async throws -> Delivery? {
        try await read { database in
            try database.first("SELECT \(Rows.delivery) FROM delivery d WHERE d.id = ?", [id], Rows.delivery)
        }
    }

    /// Events after a position, oldest first.
    public func events(after: Int64, limit: Int) async throws -> [Event] {
        try await read { database in
            try database.all(
                "SELECT \(Rows.event) FROM event e WHERE e.id > ? ORDER BY e.id LIMIT ?",
                [after, limit],
                Rows.event
            )
        }
    }

    /// The position of the newest event.
    public func lastEvent() async throws -> Int64 {
        try await read { try $0.first("SELECT max(id) FROM event", []) { $0[0] as Int64? }.flatMap { $0 } ?? 0 }
    }

    /// A feed's cursor.
    public func cursor(channel: Channel.ID, feed: String) async throws -> String? {
        try await read { database in
            try database.first(
                "SELECT value FROM cursor WHERE channel = ? AND feed = ?",
                [channel.rawValue, feed]
            ) { try $0.value(0) }
        }
    }

    /// What is known of the channels' health.
    public func health() async throws -> [Channel.ID: ChannelHealthRecord] {
        try await read { database in
            Dictionary(
                uniqueKeysWithValues: try database.all(
                    "SELECT \(Rows.health) FROM channel_health h",
                    [],
                    Rows.health
                )
            )
        }
    }

    /// The earliest instant at which a clock or a snooze wakes.
    public func nextWake() async throws -> Instant? {
        try await earliest(
            """
            SELECT min(t) FROM (
                SELECT min(wakes_at) t FROM clock WHERE wakes_at IS NOT NULL
                UNION ALL SELECT min(snoozed_until) FROM conversation WHERE snoozed_until IS NOT NULL
                UNION ALL SELECT min(until) FROM claim
            )
            """
        )
    }

    /// The earliest instant at which something in the outbox may leave.
    public func nextDeparture() async throws -> Instant? {
        try await earliest("SELECT min(next_attempt_at) FROM outbox WHERE state = 'queued'")
    }

    func earliest(_ sql: String) async throws -> Instant? {
        try await read { database in
            try database.first(sql, []) { $0[0] as Int64? }.flatMap { $0 }.map { Instant(milliseconds: $0) }
        }
    }

    /// The key with this hash, unless it is revoked.
    public func token(hash: [UInt8]) async throws -> TokenSummary? {
        try await read { database in
            try database.first(
                "SELECT \(Rows.token) FROM token t WHERE t.hash = ? AND t.revoked_at IS NULL",
                [Data(hash)],
                Rows.token
            )
        }
    }

    /// All keys, oldest first.
    public func tokens() async throws -> [TokenSummary] {
        try await read { try $0.all("SELECT \(Rows.token) FROM token t ORDER BY t.id", [], Rows.token) }
    }

    /// Figures for `/metrics`.
    public func counts() async throws -> StoreCounts {
        try await read { database in
            var counts = StoreCounts()
            let tallies = Dictionary(
                uniqueKeysWithValues: try database.all("SELECT name, value FROM tally", []) { row in
                    (try row.value(0) as String, try row.value(1) as Int64)
                }
            )
            counts.messages = tallies["messages.inbound"] ?? 0
            for metric in Clock.Metric.allCases {
                counts.breaches[metric] = tallies["breaches.\(metric.rawValue)"] ?? 0
            }
            for (state, count) in try Self.count(by: "state", of: "conversation", database) {
                counts.conversations[Conversation.State(rawValue: state) ?? .open] = count
            }
            for (state, count) in try Self.count(by: "state", of: "outbox", database) {
                counts.outbox[OutboxItem.State(rawValue: state) ?? .queued] = count
            }
            counts.undecoded =
                try database.first("SELECT count(*) FROM delivery WHERE state = 'undecoded'", []) {
                    try $0.value(0) as Int64
                } ?? 0
            counts.oldestQueuedAt = try database.first(
                "SELECT min(created_at) FROM outbox WHERE state = 'queued'",
                []
            ) { $0[0] as Int64? }.flatMap { $0 }.map { Instant(milliseconds: $0) }
            return counts
        }
    }

    private static func count(
        by column: String,
        of table: String,
        _ database: Database
    ) throws -> [(String, Int64)] {
        try database.all("SELECT \(column), count(*) FROM \(table) GROUP BY 1", []) {
            (try $0.value(0), try $0.value(1))
        }
    }
}
