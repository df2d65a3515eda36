import GRDB
import HarkCore

/// What the team says of messages.
extension SQLiteLedger {
    func correction(of message: Message.ID) throws -> Correction? {
        try database.first(
            "SELECT \(Rows.correction) FROM correction x WHERE x.message = ?",
            [message.rawValue],
            Rows.correction
        )
    }

    func save(_ correction: Correction) throws {
        try database.run(
            "INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?)",
            [
                correction.message.rawValue, try JSONColumn.text(correction.verdict), correction.by,
                correction.at.milliseconds,
            ]
        )
    }

    func removeCorrection(of message: Message.ID) throws {
        try database.run("DELETE FROM correction WHERE message = ?", [message.rawValue])
    }
}

extension Rows {
    static let correction = "x.message, x.verdict, x.marked_by, x.at"

    static func correction(_ row: Row) throws -> Correction {
        var row = RowReader(row)
        return Correction(
            message: .init(rawValue: try row.integer()),
            verdict: try row.json(Correction.Verdict.self),
            by: try row.string(),
            at: try row.instant()
        )
    }
}
