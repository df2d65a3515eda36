import GRDB
public import HarkCore

/// What is read about alerts.
extension SQLiteStore {
    /// Alerts, newest first.
    public func alerts(all: Bool, before: Int64?, limit: Int) async throws -> [Alert] {
        try await read { database in
            try database.all(
                """
                SELECT \(Rows.alert) FROM alert a WHERE a.id < ? \(all ? "" : "AND a.resolved_at IS NULL")
                ORDER BY a.id DESC LIMIT ?
                """,
                [before ?? Int64.max, limit],
                Rows.alert
            )
        }
    }

    /// Mails that were given up, newest first.
    public func failedMails(limit: Int) async throws -> [OutboxItem] {
        try await read { database in
            try database.all(
                """
                SELECT \(Rows.outbox) FROM outbox o WHERE o.state = 'failed' AND o.channel IS NULL
                ORDER BY o.id DESC LIMIT ?
                """,
                [limit],
                Rows.outbox
            )
        }
    }

    /// Silences that have not ended.
    public func silences(at now: Instant) async throws -> [Silence] {
        try await read { database in
            try database.all(
                "SELECT \(Rows.silence) FROM silence s WHERE s.ends_at > ? ORDER BY s.ends_at, s.id",
                [now.milliseconds],
                Rows.silence
            )
        }
    }

    /// The next instant at which an alert must be looked at.
    public func nextAlert() async throws -> Instant? {
        try await earliest("SELECT min(wakes_at) FROM alert WHERE wakes_at IS NOT NULL")
    }

    /// What is wrong with the database file.
    public func complaints() async throws -> [String] {
        try await read { database in
            let damage = try String.fetchAll(database, sql: "PRAGMA quick_check(5)").filter { $0 != "ok" }
            let orphans = try database.all("PRAGMA foreign_key_check", []) {
                "a row of \($0[0] as String? ?? "a table") refers to nothing"
            }
            return damage + orphans.prefix(5)
        }
    }
}
