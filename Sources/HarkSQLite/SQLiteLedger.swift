import Foundation
import GRDB
import HarkCore

/// The store inside a transaction. Lives as long as one batch of the ``GroupCommit``, on the writer's queue.
final class SQLiteLedger: Ledger {
    let database: Database
    /// A change of the full-text index.
    private enum Indexing {
        case insert(Message.ID, String)
        case delete(Message.ID, String)
    }

    /// Kept for the end of the batch: in the midst of other statements the index would write a segment for each.
    private var indexing: [Indexing] = []
    /// When each channel last brought something.
    private var lastDeliveries: [Channel.ID: Instant] = [:]
    /// Figures that the batch changes.
    private var tallies: [String: Int64] = [:]
    /// The next number by table, read once a batch.
    private var numbers: [String: Int64] = [:]
    /// Messages by hour and channel.
    private var mentions: [MentionHour: Int64] = [:]

    /// The batch's statements that run for every message.
    private var prepared: [ObjectIdentifier: Statement] = [:]

    init(_ database: Database) { self.database = database }

    /// A statement that runs for every message, prepared.
    func statement(_ sql: SQL) throws -> Statement {
        if let known = prepared[ObjectIdentifier(sql)] { return known }
        let statement = try database.cachedStatement(sql: sql.text)
        prepared[ObjectIdentifier(sql)] = statement
        return statement
    }

    func reserveConversation() throws -> Conversation.ID { .init(rawValue: try reserve("conversation")) }
    func reserveMessage() throws -> Message.ID { .init(rawValue: try reserve("message")) }
    func reserveContact() throws -> Contact.ID { .init(rawValue: try reserve("contact")) }
    func reserveClock() throws -> Clock.ID { .init(rawValue: try reserve("clock")) }
    func reserveOutboxItem() throws -> OutboxItem.ID { .init(rawValue: try reserve("outbox")) }

    func reserveDelivery() throws -> Int64 { try reserve("delivery") }

    /// AUTOINCREMENT keeps the highest number ever given in `sqlite_sequence`, so no number returns after a deletion.
    func reserve(_ table: String) throws -> Int64 {
        let next: Int64
        if let number = numbers[table] {
            next = number + 1
        } else {
            let last = try database.first("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]) {
                try $0.value(0) as Int64
            }
            next = (last ?? 0) + 1
        }
        numbers[table] = next
        return next
    }

    func tally(_ name: String, _ change: Int64) { tallies[name, default: 0] += change }

    func mention(_ hour: Int64, _ channel: String) {
        mentions[MentionHour(hour: hour, channel: channel), default: 0] += 1
    }

    func index(_ words: String, of message: Message.ID) { indexing.append(.insert(message, words)) }

    func unindex(_ words: String, of message: Message.ID) { indexing.append(.delete(message, words)) }

    func noteDelivery(channel: Channel.ID, at: Instant) { lastDeliveries[channel] = at }

    /// Writes what is written once a batch.
    func finish() throws {
        try flushIndex()
        try flushTallies()
        for (channel, at) in lastDeliveries { try save(lastDelivery: at, of: channel) }
    }

    private func flushIndex() throws {
        for change in indexing {
            switch change {
            case .insert(let message, let words):
                try statement(Self.insertWords).run {
                    $0.add(message.rawValue)
                    $0.add(words)
                }
            case .delete(let message, let words):
                try database.run(
                    "INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', ?, ?)",
                    [message.rawValue, words]
                )
            }
        }
    }

    private static let insertWords = SQL("INSERT INTO message_words (rowid, text) VALUES (?, ?)")

    private func flushTallies() throws {
        for (name, change) in tallies where change != 0 {
            try database.run(
                "INSERT INTO tally VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value",
                [name, change]
            )
        }
        for (mention, count) in mentions {
            try database.run(
                """
                INSERT INTO mention_hour VALUES (?, ?, ?)
                ON CONFLICT (hour, channel) DO UPDATE SET count = count + excluded.count
                """,
                [mention.hour, mention.channel, count]
            )
        }
    }
}

/// An hour of a channel, in hours since 1970.
private struct MentionHour: Hashable {
    var hour: Int64
    var channel: String
}
