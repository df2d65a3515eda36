import GRDB
import HarkCore

/// What answers must carry, beside the messages they answer.
extension SQLiteLedger {
    func keep(_ context: [String: String], of message: Message.ID) throws {
        try database.run(
            "INSERT INTO reply_context (message, context) VALUES (?, ?)",
            [message.rawValue, JSONLine.of(context).text]
        )
    }

    func replyContext(of message: Message.ID) throws -> [String: String] {
        try database.first("SELECT context FROM reply_context WHERE message = ?", [message.rawValue]) { row in
            var row = RowReader(row)
            return try row.json([String: String].self)
        } ?? [:]
    }
}
