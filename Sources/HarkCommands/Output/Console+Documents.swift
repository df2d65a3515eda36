import ArgumentParser
import Foundation
import HarkCore

/// Values for programs, in the format they asked for.
extension Console {
    /// Writes a value: one JSON document, JSON lines, or CSV.
    func json(_ value: some Encodable) throws {
        guard format != .json || fields != nil else { return data(try JSONOutput.render(value)) }
        let whole = try JSONDecoder().decode(FieldValue.self, from: JSONEncoder().encode(value))
        let (rows, isList) = Self.rows(of: whole)
        try checkFields(rows)
        let picked = rows.map(pick)
        switch format {
        case .jsonl: data(try picked.map { try JSONOutput.line($0) + "\n" }.joined())
        case .csv: data(try csv(rows))
        case .text: data(try separated(rows))
        case .json, .ids:
            guard isList, case .object(var object) = whole else {
                return data(try picked.map { try JSONOutput.render($0) }.joined())
            }
            object["data"] = .list(picked)
            data(try JSONOutput.render(FieldValue.object(object)))
        }
    }

    /// Writes a list: a table for people, and what programs asked for.
    func list(_ values: [some Encodable], ids: [String], table: (Style) -> String) throws {
        if isJSON {
            try json(Listing(values))
        } else if isQuiet {
            data(ids.map { TerminalText.line($0) + "\n" }.joined())
        } else {
            data(table(style))
        }
    }

    /// A list's elements, or the value itself.
    private static func rows(of value: FieldValue) -> ([FieldValue], isList: Bool) {
        if case .list(let rows)? = value["data"] { return (rows, true) }
        return ([value], false)
    }

    private func pick(_ row: FieldValue) -> FieldValue {
        guard let fields else { return row }
        return .object(Dictionary(fields.map { ($0, row[$0] ?? .null) }) { first, _ in first })
    }

    /// What has no value is not written, so only a name that no row and none of our lists has can be a mistake.
    private func checkFields(_ rows: [FieldValue]) throws {
        guard let first = rows.first else { return }
        for field in fields ?? [] where !KnownFields.all.contains(field) && !rows.contains(where: { $0[field] != nil })
        {
            throw ValidationError("there is no field “\(field)”; there are: \(first.names.joined(separator: ", "))")
        }
    }

    private func csv(_ rows: [FieldValue]) throws -> String {
        let names = columns(of: rows)
        guard !names.isEmpty else { return "" }
        let body = try rows.map { row in
            CSVText.line(
                try names.map { name in
                    let value = row[name] ?? .null
                    return CSVText.cell(try value.cell(), isNumber: value.isNumber)
                }
            )
        }
        return CSVText.line(names.map { CSVText.cell($0) }) + body.joined()
    }

    private func separated(_ rows: [FieldValue]) throws -> String {
        let names = columns(of: rows)
        return try rows.map { row in
            try names.map { TerminalText.line(try (row[$0] ?? .null).cell()) }.joined(separator: "\t") + "\n"
        }.joined()
    }

    /// The fields asked for; else every field that a row has.
    private func columns(of rows: [FieldValue]) -> [String] {
        if let fields { return fields }
        let names = Set(rows.flatMap(\.names)).union(rows.isEmpty ? [] : KnownFields.always(in: rows[0]))
        return names.sorted { ($0 == "id" ? 0 : 1, $0) < ($1 == "id" ? 0 : 1, $1) }
    }
}

extension FieldValue {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .number: true
        case .null, .flag, .text, .list, .object: false
        }
    }
}

/// Fields that are left out of JSON where they have no value.
enum KnownFields {
    private static let conversation: Set<String> = [
        "assignee", "due_at", "waiting_since", "snoozed_until", "answered_at", "merged_into",
    ]

    /// Of every list that the commands write.
    static let all = conversation.union([
        "conversation", "undoes", "undone_by", "language", "help", "error", "act", "reason", "last_used_at",
        "revoked_at",
        "since", "last_delivery_at", "last_success_at",
    ])

    /// So that the columns of a list do not depend on its rows.
    static func always(in row: FieldValue) -> Set<String> {
        row["snippet"] != nil && row["urgency_score"] != nil ? conversation : []
    }
}
