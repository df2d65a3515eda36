public import HarkCore
import GRDB

/// What is remembered of channels, beside what they delivered.
extension SQLiteStore: ChannelMemory {
    /// Everything remembered of a channel.
    public func memory(of channel: Channel.ID) async throws -> [MemoryName: String] {
        let rows = try await read { database in
            try database.all(
                "SELECT name, value FROM channel_memory WHERE channel = ?",
                [channel.rawValue],
                { row in (row[0] as String, row[1] as String) }
            )
        }
        return rows.reduce(into: [:]) { texts, row in
            if let name = MemoryName(rawValue: row.0) { texts[name] = row.1 }
        }
    }

    /// Remembers a text, in place of the one before.
    public func remember(_ text: String, as name: MemoryName, of channel: Channel.ID) async throws {
        try await write { ledger in
            guard let ledger = ledger as? SQLiteLedger else { return }
            try ledger.database.run(
                "INSERT OR REPLACE INTO channel_memory VALUES (?, ?, ?)",
                [channel.rawValue, name.rawValue, text]
            )
        }
    }
}
