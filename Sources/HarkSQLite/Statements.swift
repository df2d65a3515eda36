import Foundation
import GRDB
import HarkCore

/// Short forms over GRDB's cached statements.
extension Database {
    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        let statement = try cachedStatement(sql: sql)
        statement.setUncheckedArguments(StatementArguments(arguments))
        try statement.execute()
    }

    func first<Value>(
        _ sql: String,
        _ arguments: [(any DatabaseValueConvertible)?],
        _ make: (Row) throws -> Value
    ) throws -> Value? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(arguments)).map(make)
    }

    func all<Value>(
        _ sql: String,
        _ arguments: [(any DatabaseValueConvertible)?],
        _ make: (Row) throws -> Value
    ) throws -> [Value] {
        let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
        var values: [Value] = []
        while let row = try rows.next() { values.append(try make(row)) }
        return values
    }
}

/// A stranger's text: bound as text, or as a blob when it holds a NUL, at which SQLite's C strings end.
struct StoredText: DatabaseValueConvertible {
    var text: String

    init(_ text: String) { self.text = text }

    var databaseValue: DatabaseValue {
        text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoredText? {
        switch value.storage {
        case .string(let text): StoredText(text)
        case .blob(let data): StoredText(String(decoding: data, as: UTF8.self))
        case .null, .int64, .double: nil
        }
    }
}
