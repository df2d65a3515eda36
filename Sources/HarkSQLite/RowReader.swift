import Foundation
import GRDB
import HarkCore

/// Reads a row's columns from left to right, in the order of the select list.
struct RowReader {
    private let row: Row
    private var index: Int

    init(_ row: Row, from index: Int = 0) {
        self.row = row
        self.index = index
    }

    /// Goes on at a column.
    mutating func skip(to column: Int) { index = column }

    mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
        defer { index += 1 }
        return row[index]
    }

    mutating func integer() throws -> Int64 {
        guard let value: Int64 = next() else { throw damaged() }
        return value
    }

    mutating func string() throws -> String {
        guard let value: String = next() else { throw damaged() }
        return value
    }

    mutating func flag() throws -> Bool { try integer() != 0 }

    mutating func instant() throws -> Instant { Instant(milliseconds: try integer()) }

    mutating func instantIfPresent() -> Instant? {
        let value: Int64? = next()
        return value.map { Instant(milliseconds: $0) }
    }

    mutating func text() throws -> String {
        guard let text = textIfPresent() else { throw damaged() }
        return text
    }

    mutating func textIfPresent() -> String? {
        defer { index += 1 }
        return StoredText.fromDatabaseValue(row[index])?.text
    }

    mutating func bytes() -> [UInt8] {
        let data: Data? = next()
        return data.map { [UInt8]($0) } ?? []
    }

    mutating func word<Word: RawRepresentable>(_ type: Word.Type) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try string()) else { throw damaged() }
        return word
    }

    mutating func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(try string().utf8))
    }

    /// A list of words, empty for most rows.
    mutating func words() throws -> [String] {
        let text = try string()
        return text == "[]" ? [] : try JSONDecoder().decode([String].self, from: Data(text.utf8))
    }

    mutating func jsonIfPresent<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        let text: String? = next()
        return try text.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    private func damaged() -> Failure {
        Failure(.storage, "column \(index) of a row cannot be read; run `sqlite3 FILE 'PRAGMA integrity_check'`")
    }
}

/// JSON columns: short lists and values, written without white space and with sorted keys so that rows compare.
enum JSONColumn {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
