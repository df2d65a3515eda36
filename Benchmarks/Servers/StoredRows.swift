import GRDB

/// What a server left in its database.
struct StoredRows {
    /// Messages.
    var messages: Int
    /// Rows of all tables that a message fills.
    var all: Int

    private static let tables = [
        "delivery", "contact", "account", "conversation", "message", "triage", "clock", "event",
    ]

    /// Counts a database that no server holds any more.
    init(_ path: String) throws {
        let counts = try DatabaseQueue(path: path).read { database in
            try Self.tables.map { try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0 }
        }
        messages = counts[4]
        all = counts.reduce(0, +)
    }
}
