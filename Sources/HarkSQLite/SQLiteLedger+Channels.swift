import Foundation
import GRDB
import HarkCore

/// Deliveries, cursors and the channels' health.
extension SQLiteLedger {
    func keep(_ delivery: Delivery) throws {
        try statement(Self.keepDelivery).run { row in
            row.add(delivery.id)
            row.add(delivery.channel.rawValue)
            row.add(delivery.surface)
            row.add(delivery.receivedAt)
            row.add(JSONLine.of(delivery.headers))
            row.add(blob: delivery.body)
            row.add(delivery.state.rawValue)
            row.add(delivery.error)
            row.add(delivery.items)
        }
    }

    private static let keepDelivery = SQL("INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")

    func update(delivery: Int64, state: Delivery.State, error: String?, items: Int) throws {
        try database.run(
            "UPDATE delivery SET state = ?, error = ?, items = ? WHERE id = ?",
            [state.rawValue, error, items, delivery]
        )
    }

    func isAlreadyUndecoded(_ delivery: Delivery) throws -> Bool {
        try database.first(
            """
            SELECT 1 FROM delivery WHERE state = 'undecoded' AND channel = ? AND surface = ? AND body = ? LIMIT 1
            """,
            [delivery.channel.rawValue, delivery.surface, Data(delivery.body)],
            { _ in true }
        ) ?? false
    }

    func setCursor(channel: Channel.ID, feed: String, cursor: String) throws {
        try database.run("INSERT OR REPLACE INTO cursor VALUES (?, ?, ?)", [channel.rawValue, feed, cursor])
    }

    func setHealth(channel: Channel.ID, state: ChannelHealth.State, reason: String?, at: Instant) throws {
        try database.run(
            """
            INSERT INTO channel_health (channel, state, reason, since, last_success_at) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (channel) DO UPDATE SET
                since = CASE WHEN state = ?2 THEN since ELSE ?4 END, state = ?2, reason = ?3,
                last_success_at = coalesce(?5, last_success_at)
            """,
            [
                channel.rawValue, state.rawValue, reason, at.milliseconds,
                state == .healthy ? at.milliseconds : nil,
            ]
        )
    }

    func save(lastDelivery at: Instant, of channel: Channel.ID) throws {
        try database.run(
            """
            INSERT INTO channel_health (channel, state, since, last_delivery_at) VALUES (?1, 'healthy', ?2, ?2)
            ON CONFLICT (channel) DO UPDATE SET last_delivery_at = ?2
            """,
            [channel.rawValue, at.milliseconds]
        )
    }

    func health(of channel: Channel.ID) throws -> ChannelHealthRecord? {
        try database.first(
            "SELECT \(Rows.health) FROM channel_health h WHERE h.channel = ?",
            [channel.rawValue],
            { try Rows.health($0).1 }
        )
    }
}
