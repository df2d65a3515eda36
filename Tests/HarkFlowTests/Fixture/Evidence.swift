import GRDB

/// The database file itself, read without asking the service.
struct Evidence {
    private let database: DatabaseQueue

    init(_ path: String) throws {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        database = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// How often each message of the customers is there, by the network's id.
    func messages() async throws -> [String: Int] {
        try await database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT network_id, count(*) AS times FROM message WHERE direction = 'inbound' GROUP BY network_id"
            )
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["network_id"], $0["times"]) })
        }
    }

    /// The network's ids of the customers' messages, in the order they were filed.
    func order() async throws -> [String] {
        try await database.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT network_id FROM message WHERE direction = 'inbound' ORDER BY id"
            )
        }
    }

    /// Rows of the file as values.
    func rows<Value: Sendable>(_ sql: String, _ make: @Sendable @escaping (Row) -> Value) async throws -> [Value] {
        try await database.read { database in try Row.fetchAll(database, sql: sql).map(make) }
    }

    /// How many things wait to leave, have left, have failed.
    func outbox() async throws -> [String: Int] {
        try await database.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT state, count(*) AS times FROM outbox GROUP BY state")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["state"], $0["times"]) })
        }
    }

    /// What SQLite and the schema's own sums find wrong; empty when all is well.
    func complaints() async throws -> [String] {
        try await database.read { database in
            let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let foreign = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" }
            let sums = try Self.sums.compactMap { name, sql -> String? in
                let count = try Int.fetchOne(database, sql: sql) ?? 0
                return count == 0 ? nil : "\(name): \(count)"
            }
            return integrity + foreign + sums
        }
    }

    /// What one delivery's transaction writes together is there together.
    private static let sums = [
        (
            "messages without their raw delivery",
            "SELECT count(*) FROM message WHERE delivery NOT IN (SELECT id FROM delivery)"
        ),
        (
            "messages without triage",
            "SELECT count(*) FROM message WHERE direction = 'inbound' AND id NOT IN (SELECT message FROM triage)"
        ),
        (
            "messages more or less than events",
            """
            SELECT abs((SELECT count(*) FROM message WHERE direction = 'inbound')
                     - (SELECT count(*) FROM event WHERE kind = 'message.received'))
            """
        ),
        (
            "messages that the full text lacks",
            "SELECT count(*) FROM message WHERE id NOT IN (SELECT id FROM message_words_docsize)"
        ),
        (
            "words of messages that are not there",
            "SELECT count(*) FROM message_words_docsize WHERE id NOT IN (SELECT id FROM message)"
        ),
    ]
}
