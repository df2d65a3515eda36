import GRDB

/// What answers must carry beyond what people see. A table of its own: most messages have none.
enum ReplyContext0006 {
    static let name = "0006-reply-context"

    static func migrate(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE reply_context (
                    message INTEGER PRIMARY KEY REFERENCES message(id), context TEXT NOT NULL
                ) STRICT
                """
        )
    }
}
