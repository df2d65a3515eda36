import Foundation
import GRDB
import HarkCore

/// What people did, and what it takes to take it back.
extension SQLiteLedger {
    func beginAct(at: Instant, actor: Event.Actor, what: String, undoes: Int64?) throws -> Int64 {
        try database.run(
            "INSERT INTO act (at, actor, what, undoes) VALUES (?, ?, ?, ?)",
            [at.milliseconds, actor.description, what, undoes]
        )
        return database.lastInsertedRowID
    }

    func add(_ step: ActStep, to act: Int64) throws {
        let number = step.conversation.rawValue
        let earlier = try database.first(
            "SELECT step FROM act_step WHERE act = ? AND conversation = ?",
            [act, number]
        ) { row in
            var row = RowReader(row)
            return try row.json(ActStep.self)
        }
        try database.run(
            "INSERT OR REPLACE INTO act_step (act, conversation, step) VALUES (?, ?, ?)",
            [act, number, try JSONColumn.text(earlier?.followed(by: step) ?? step)]
        )
    }

    func act(_ id: Int64) throws -> Act? {
        try database.first("SELECT \(Rows.act) FROM act a WHERE a.id = ?", [id], Rows.act)
    }

    func lastAct(of actor: Event.Actor) throws -> Act? {
        try database.first(
            """
            SELECT \(Rows.act) FROM act a WHERE a.actor = ? AND a.undone_by IS NULL AND a.undoes IS NULL
            ORDER BY a.id DESC LIMIT 1
            """,
            [actor.description],
            Rows.act
        )
    }

    func steps(of act: Int64, limit: Int) throws -> [ActStep] {
        try database.all(
            "SELECT step FROM act_step WHERE act = ? AND undone = 0 ORDER BY conversation DESC LIMIT ?",
            [act, limit]
        ) { row in
            var row = RowReader(row)
            return try row.json(ActStep.self)
        }
    }

    func markUndone(_ act: Int64, conversation: Conversation.ID) throws {
        try database.run(
            "UPDATE act_step SET undone = 1 WHERE act = ? AND conversation = ?",
            [act, conversation.rawValue]
        )
    }

    func closeAct(_ act: Int64, undoneBy: Int64) throws {
        try database.run("UPDATE act SET undone_by = ? WHERE id = ?", [undoneBy, act])
    }

    func dropAct(_ act: Int64) throws {
        try database.run("DELETE FROM act WHERE id = ?", [act])
    }

    func withdraw(_ item: OutboxItem.ID) throws -> Bool {
        try database.run(
            "UPDATE outbox SET state = 'withdrawn' WHERE id = ? AND state = 'queued' AND attempts = 0 AND leased_until IS NULL",
            [item.rawValue]
        )
        return database.changesCount > 0
    }

    func moveMessages(from: Conversation.ID, to: Conversation.ID) throws -> [Message.ID] {
        let ids = try database.all(
            "SELECT id FROM message WHERE conversation = ? ORDER BY id",
            [from.rawValue]
        ) { row in
            var row = RowReader(row)
            return Message.ID(rawValue: try row.integer())
        }
        try moveMessages(ids, to: to)
        return ids
    }

    func moveMessages(_ ids: [Message.ID], to: Conversation.ID) throws {
        for id in ids {
            try database.run("UPDATE message SET conversation = ? WHERE id = ?", [to.rawValue, id.rawValue])
        }
    }

    func setBlocked(_ contact: Contact.ID, at: Instant?) throws {
        try database.run("UPDATE contact SET blocked_at = ? WHERE id = ?", [at?.milliseconds, contact.rawValue])
    }

    func markRead(_ conversation: Conversation.ID, at: Instant) throws {
        try database.run("UPDATE conversation SET read_at = ? WHERE id = ?", [at.milliseconds, conversation.rawValue])
    }

    func events(of conversation: Conversation.ID, after: Int64) throws -> [Event] {
        try database.all(
            "SELECT \(Rows.event) FROM event e WHERE e.conversation = ? AND e.id > ? ORDER BY e.id LIMIT 200",
            [conversation.rawValue, after],
            Rows.event
        )
    }

    func save(_ view: SavedView, at: Instant) throws -> SavedView {
        try database.run(
            """
            INSERT INTO view (owner, name, query, shared, changed_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (owner, name) DO UPDATE SET
                query = excluded.query, shared = excluded.shared, changed_at = excluded.changed_at
            """,
            [view.owner, view.name, view.query, view.isShared, at.milliseconds]
        )
        return try database.first(
            "SELECT \(Rows.view) FROM view v WHERE v.owner = ? AND v.name = ?",
            [view.owner, view.name],
            Rows.view
        ) ?? view
    }

    func removeView(named name: String, of owner: String) throws -> Bool {
        try database.run("DELETE FROM view WHERE owner = ? AND name = ?", [owner, name])
        return database.changesCount > 0
    }
}
