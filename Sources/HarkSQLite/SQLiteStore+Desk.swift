public import HarkCore
import GRDB

/// Reads of what the desk remembers.
extension SQLiteStore {
    /// Acts, newest first.
    public func acts(before: Int64?, limit: Int) async throws -> [Act] {
        try await read { database in
            try database.all(
                "SELECT \(Rows.act) FROM act a WHERE a.id < ? ORDER BY a.id DESC LIMIT ?",
                [before ?? Int64.max, limit],
                Rows.act
            )
        }
    }

    /// An agent's saved views and those that others share.
    public func views(of agent: String) async throws -> [SavedView] {
        try await read { database in
            try database.all(
                "SELECT \(Rows.view) FROM view v WHERE v.owner = ? OR v.shared = 1 ORDER BY v.name, v.id",
                [agent],
                Rows.view
            )
        }
    }

    /// A contact with the person's conversations.
    public func contact(
        _ id: Contact.ID,
        limit: Int
    ) async throws -> (contact: Contact, conversations: [Conversation])? {
        try await read { database in
            guard
                let contact = try database.first(
                    "SELECT \(Rows.contact) FROM contact p WHERE p.id = ?",
                    [id.rawValue],
                    Rows.contact
                )
            else { return nil }
            let conversations = try database.all(
                """
                SELECT \(Rows.conversation) FROM conversation c WHERE c.contact = ?
                ORDER BY c.last_message_at DESC, c.id DESC LIMIT ?
                """,
                [id.rawValue, limit],
                Rows.conversation
            )
            return (contact, conversations)
        }
    }
}
