import GRDB
import HarkCore

/// What clocks ask of a transaction.
extension SQLiteLedger {
    func setting(_ name: String) throws -> String? { try OpenClocks.setting(name, database) }

    func set(_ name: String, to value: String) throws {
        try database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", [name, value])
    }

    func newestClock(_ metric: Clock.Metric, of conversation: Conversation.ID) throws -> Clock? {
        try database.first(
            "SELECT \(Rows.clock) FROM clock k WHERE k.conversation = ? AND k.metric = ? ORDER BY k.id DESC LIMIT 1",
            [conversation.rawValue, metric.rawValue],
            Rows.clock
        )
    }

    func openCases(after: Conversation.ID, limit: Int) throws -> [OpenCase] {
        try OpenClocks.cases(after: after, limit: limit, database)
    }
}

/// Clocks that have not ended, read inside and outside of a write.
enum OpenClocks {
    static func setting(_ name: String, _ database: Database) throws -> String? {
        try database.first("SELECT value FROM setting WHERE name = ?", [name]) { try $0.value(0) }
    }

    static func cases(after: Conversation.ID, limit: Int, _ database: Database) throws -> [OpenCase] {
        let conversations = try database.all(
            """
            SELECT \(Rows.conversation) FROM conversation c WHERE c.id IN (
                SELECT DISTINCT conversation FROM clock WHERE state IN ('running', 'paused') AND conversation > ?
                ORDER BY conversation LIMIT ?
            ) ORDER BY c.id
            """,
            [after.rawValue, limit],
            Rows.conversation
        )
        return try conversations.map { conversation in
            let ledger = SQLiteLedger(database)
            let newest = try ledger.newestInbound(of: conversation.id)
            let text = newest.map { [[$0.subject, $0.text].compactMap(\.self).joined(separator: "\n")] }
            return OpenCase(
                subject: QuerySubject(conversation: conversation, author: newest?.author, texts: text ?? []),
                clocks: try ledger.activeClocks(of: conversation.id)
            )
        }
    }

    static func deadlines(until: Instant, limit: Int, _ database: Database) throws -> [Deadline] {
        let clocks = try database.all(
            "SELECT \(Rows.clock) FROM clock k WHERE k.state = 'running' AND k.due_at <= ? ORDER BY k.due_at, k.id LIMIT ?",
            [until.milliseconds, limit],
            Rows.clock
        )
        let ledger = SQLiteLedger(database)
        return try clocks.compactMap { clock in
            try ledger.conversation(clock.conversation).map { Deadline(clock: clock, conversation: $0) }
        }
    }
}
