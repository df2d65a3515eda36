import GRDB

/// The team's word on messages, where the model judged them otherwise.
enum Corrections0007 {
    static let name = "0007-corrections"

    static func migrate(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE correction (
                    message INTEGER PRIMARY KEY REFERENCES message(id), verdict TEXT NOT NULL, marked_by TEXT NOT NULL,
                    at INTEGER NOT NULL
                ) STRICT
                """
        )
    }
}
