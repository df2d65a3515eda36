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

    mutating func next<Value: StatementColumnConvertible>() -> Value? {
        defer { index += 1 }
        return row[index]
    }

    mutating func next() -> Int64? {
        defer { index += 1 }
        return row.integer(index)
    }

    mutating func next() -> String? {
        defer { index += 1 }
        return row.string(index)
    }

    mutating func integer() throws -> Int64 {
        guard let value: Int64 = next() else { throw damaged() }
        return value
    }

    mutating func string() throws -> String {
        guard let text: String = next() else { throw damaged() }
        return text
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
        return row.text(index)
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

    /// An account; one that is stored just as it was seen now needs no reading.
    mutating func author(unless seen: Author?) throws -> Author {
        if let seen, row.holds(JSONLine.of(seen).bytes, in: index) {
            index += 1
            return seen
        }
        return try json(Author.self)
    }

    /// A list of words. Most are empty or plain, and then the general decoder is not needed.
    mutating func words() throws -> [String] {
        let text = try string()
        if text == "[]" { return [] }
        guard !text.utf8.contains(UInt8(ascii: "\\")) else {
            return try JSONDecoder().decode([String].self, from: Data(text.utf8))
        }
        // Without escapes every second piece between quotes is a word.
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        return stride(from: 1, to: pieces.count, by: 2).map { String(pieces[$0]) }
    }

    mutating func jsonIfPresent<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        let text: String? = next()
        return try text.map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    private func damaged() -> Failure {
        Row.damaged(column: index - 1)
    }
}

/// JSON columns of rows that are written seldom: written without white space and with sorted keys so that rows compare.
enum JSONColumn {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
