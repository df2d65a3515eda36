import GRDB

/// What the machinery around connectors remembers of a channel: backfill floor, used allowance, rhythm.
enum ChannelMemory0005 {
    static let name = "0005-channel-memory"

    static func migrate(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE channel_memory (
                    channel TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (channel, name)
                ) STRICT, WITHOUT ROWID
                """
        )
    }
}
