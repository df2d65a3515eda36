import GRDB
import HarkCore

/// The rows of what the desk remembers.
extension Rows {
    static let act = """
        a.id, a.at, a.actor, a.what, a.undoes, a.undone_by, (SELECT count(*) FROM act_step s WHERE s.act = coalesce(a.undoes, a.id)),
        (SELECT min(s.conversation) FROM act_step s WHERE s.act = coalesce(a.undoes, a.id))
        """

    static func act(_ row: Row) throws -> Act {
        var row = RowReader(row)
        var act = Act(
            id: try row.integer(),
            at: try row.instant(),
            actor: Event.Actor(try row.string()),
            what: try row.string(),
            undoes: row.next(),
            undoneBy: row.next()
        )
        act.count = Int(try row.integer())
        act.conversation = act.count == 1 ? row.next().map { Conversation.ID(rawValue: $0) } : nil
        return act
    }

    static let view = "v.id, v.name, v.query, v.owner, v.shared"

    static func view(_ row: Row) throws -> SavedView {
        var row = RowReader(row)
        return SavedView(
            id: try row.integer(),
            name: try row.string(),
            query: try row.string(),
            owner: try row.string(),
            isShared: try row.flag()
        )
    }
}
