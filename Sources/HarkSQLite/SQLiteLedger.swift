import Foundation
import GRDB
import HarkCore

/// The store inside a transaction. Lives as long as one batch of the ``GroupCommit``, on the writer's queue.
final class SQLiteLedger: Ledger {
    let database: Database
    /// Figures changed by the write that is running, and by the batch's writes that succeeded.
    private var pendingTallies: [String: Int64] = [:]
    private var tallies: [String: Int64] = [:]
    /// The next number by table, read once a batch.
    private var numbers: [String: Int64] = [:]
    /// Messages by hour and channel, of the write that is running and of those that succeeded.
    private var pendingMentions: [MentionHour: Int64] = [:]
    private var mentions: [MentionHour: Int64] = [:]

    init(_ database: Database) { self.database = database }

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
            let last = try database.first("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]) { $0[0] as Int64 }
            next = (last ?? 0) + 1
        }
        numbers[table] = next
        return next
    }

    func tally(_ name: String, _ change: Int64) { pendingTallies[name, default: 0] += change }

    func mention(_ hour: Int64, _ channel: String) {
        pendingMentions[MentionHour(hour: hour, channel: channel), default: 0] += 1
    }

    func keepTallies() {
        tallies.merge(pendingTallies) { $0 + $1 }
        pendingTallies = [:]
        mentions.merge(pendingMentions) { $0 + $1 }
        pendingMentions = [:]
    }

    func dropTallies() {
        pendingTallies = [:]
        pendingMentions = [:]
    }

    /// Writes the figures of the whole batch, once.
    func flushTallies() throws {
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
