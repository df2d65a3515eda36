import Foundation
import GRDB
import HarkCore

/// Alerts and the mails that tell them.
extension SQLiteLedger {
    func reserveAlert() throws -> Alert.ID { .init(rawValue: try reserve("alert")) }

    func alert(_ id: Alert.ID) throws -> Alert? {
        try database.first("SELECT \(Rows.alert) FROM alert a WHERE a.id = ?", [id.rawValue], Rows.alert)
    }

    func openAlert(key: String) throws -> Alert? {
        try database.first(
            "SELECT \(Rows.alert) FROM alert a WHERE a.key = ? AND a.resolved_at IS NULL",
            [key],
            Rows.alert
        )
    }

    func alerts(wakingBy now: Instant, limit: Int) throws -> [Alert] {
        try database.all(
            "SELECT \(Rows.alert) FROM alert a WHERE a.wakes_at <= ? ORDER BY a.wakes_at LIMIT ?",
            [now.milliseconds, limit],
            Rows.alert
        )
    }

    func save(_ alert: Alert) throws {
        try database.run(
            """
            INSERT INTO alert VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                team = excluded.team, policy = excluded.policy, detail = excluded.detail, level = excluded.level,
                told = excluded.told, reason = excluded.reason, due_at = excluded.due_at, stop = excluded.stop,
                stopped_by = excluded.stopped_by, stopped_at = excluded.stopped_at,
                stopped_until = excluded.stopped_until, wakes_at = excluded.wakes_at,
                resolved_at = excluded.resolved_at
            """,
            [
                alert.id.rawValue, alert.key, alert.cause.rawValue, alert.team, alert.conversation?.rawValue,
                alert.clock?.rawValue, alert.metric?.rawValue, alert.policy, alert.channel?.rawValue, alert.detail,
                alert.level, alert.told, alert.reason.rawValue, alert.dueAt?.milliseconds, alert.raisedAt.milliseconds,
                alert.stop?.kind.rawValue, alert.stop?.by, alert.stop?.at.milliseconds, alert.stop?.until.milliseconds,
                alert.wakesAt?.milliseconds, alert.resolvedAt?.milliseconds,
            ]
        )
    }

    /// Somebody took care of a conversation.
    func save(_ stop: AlertStop) throws {
        try database.run(
            """
            UPDATE alert SET stop = ?1, stopped_by = ?2, stopped_at = ?3, stopped_until = ?4,
                wakes_at = min(coalesce(wakes_at, ?4), ?4)
            WHERE conversation = ?5 AND resolved_at IS NULL
            """,
            [
                stop.stop.kind.rawValue, stop.stop.by, stop.stop.at.milliseconds, stop.stop.until.milliseconds,
                stop.conversation.rawValue,
            ]
        )
    }

    /// A clock has ended, and with it what was told of it.
    func resolveAlerts(of clock: Clock) throws {
        guard let end = clock.endedAt else { return }
        try database.run(
            "UPDATE alert SET resolved_at = ?, wakes_at = NULL WHERE clock = ? AND resolved_at IS NULL",
            [end.milliseconds, clock.id.rawValue]
        )
    }

    func departure(of group: NoticeGroup) throws -> GroupDeparture? {
        try database.first(
            """
            SELECT g.item, g.departs_at, o.state = 'queued' AND o.attempts = 0 AND o.leased_until IS NULL
            FROM alert_group g JOIN outbox o ON o.id = g.item WHERE g.team = ? AND g.level = ? AND g.recipient = ?
            """,
            [group.team, group.level, group.recipient]
        ) { row in
            var row = RowReader(row)
            return GroupDeparture(
                item: .init(rawValue: try row.integer()),
                at: try row.instant(),
                isOpen: try row.flag()
            )
        }
    }

    func setDeparture(of group: NoticeGroup, item: OutboxItem.ID, at: Instant) throws {
        try database.run(
            "INSERT OR REPLACE INTO alert_group VALUES (?, ?, ?, ?, ?)",
            [group.team, group.level, group.recipient, item.rawValue, at.milliseconds]
        )
    }

    func reschedule(_ item: OutboxItem.ID, at: Instant) throws {
        try database.run(
            "UPDATE outbox SET next_attempt_at = ? WHERE id = ? AND state = 'queued' AND leased_until IS NULL",
            [at.milliseconds, item.rawValue]
        )
        try database.run(
            "UPDATE alert_group SET departs_at = ? WHERE item = ?",
            [at.milliseconds, item.rawValue]
        )
    }

    func insert(_ notice: Notice, in item: OutboxItem.ID) throws {
        // The alert's own row is written when its decision is complete; its place in the mail may come first.
        if try alert(notice.alert.id) == nil { try save(notice.alert) }
        try database.run(
            "INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?)",
            [item.rawValue, notice.alert.id.rawValue, notice.level, notice.at.milliseconds]
        )
    }

    func notices(of item: OutboxItem.ID) throws -> [Notice] {
        let rows = try database.all(
            "SELECT \(Rows.alert), n.level, n.at FROM notice n JOIN alert a ON a.id = n.alert WHERE n.item = ? ORDER BY n.alert",
            [item.rawValue]
        ) { row in
            var rest = RowReader(row, from: Rows.alertWidth)
            return (try Rows.alert(row), Int(try rest.integer()), try rest.instant())
        }
        return try rows.map { alert, level, at in
            Notice(alert: alert, level: level, at: at, conversation: try alert.conversation.flatMap(conversation))
        }
    }

    func outboxItem(_ id: OutboxItem.ID) throws -> OutboxItem? {
        try database.first("SELECT \(Rows.outbox) FROM outbox o WHERE o.id = ?", [id.rawValue], Rows.outbox)
    }

    func requeue(_ item: OutboxItem.ID, at: Instant) throws {
        // The attempts count anew: whoever asks for it has mended what was wrong.
        try database.run(
            """
            UPDATE outbox SET state = 'queued', next_attempt_at = ?1, leased_until = NULL, attempts = 0
            WHERE id = ?2 AND state = 'failed'
            """,
            [at.milliseconds, item.rawValue]
        )
    }
}
