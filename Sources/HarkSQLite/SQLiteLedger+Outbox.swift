import Foundation
import GRDB
import HarkCore

/// The outbox and the keys.
extension SQLiteLedger {
    func lease(now: Instant, until leaseUntil: Instant, limit: Int) throws -> [OutboxItem] {
        let items = try database.all(
            """
            SELECT \(Rows.outbox) FROM outbox o WHERE o.state = 'queued' AND o.next_attempt_at <= ?1
            ORDER BY o.next_attempt_at, o.id LIMIT ?2
            """,
            [now.milliseconds, limit],
            Rows.outbox
        )
        for item in items {
            // A lease is a postponed next attempt: whoever dies with it lets go by itself.
            try database.run(
                "UPDATE outbox SET leased_until = ?1, next_attempt_at = ?1 WHERE id = ?2",
                [leaseUntil.milliseconds, item.id.rawValue]
            )
        }
        return items
    }

    func outboxItem(key: String) throws -> OutboxItem? {
        try database.first("SELECT \(Rows.outbox) FROM outbox o WHERE o.key = ?", [key], Rows.outbox)
    }

    func settle(_ item: OutboxItem) throws {
        try database.run(
            """
            UPDATE outbox SET state = ?, attempts = ?, next_attempt_at = ?, last_error = ?, leased_until = NULL
            WHERE id = ?
            """,
            [
                item.state.rawValue, item.attempts, item.nextAttemptAt.milliseconds, item.lastError,
                item.id.rawValue,
            ]
        )
    }

    func insertToken(name: String, role: Role, hash: [UInt8], at: Instant) throws -> TokenSummary {
        try database.run(
            "INSERT INTO token (name, role, hash, created_at) VALUES (?, ?, ?, ?)",
            [name, role.rawValue, Data(hash), at.milliseconds]
        )
        return TokenSummary(id: database.lastInsertedRowID, name: name, role: role, createdAt: at)
    }

    func revokeToken(_ id: Int64, at: Instant) throws -> TokenSummary? {
        try database.run(
            "UPDATE token SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
            [at.milliseconds, id]
        )
        return try database.first("SELECT \(Rows.token) FROM token t WHERE t.id = ?", [id], Rows.token)
    }

    func touchToken(_ id: Int64, at: Instant) throws {
        try database.run("UPDATE token SET last_used_at = ? WHERE id = ?", [at.milliseconds, id])
    }
}
