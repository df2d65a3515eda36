import Foundation
import GRDB
import GRDBSQLite
import HarkCore

/// Short forms over prepared statements.
///
/// GRDB prepares, keeps and ends the statements; they are bound and stepped here through SQLite's own functions, because
/// a message fills a dozen rows and GRDB's argument lists and copied rows took more of the writer's time than SQLite.
/// Transactions stay GRDB's, which asks SQLite whether one is open.
extension Database {
    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try withStatement(sql, arguments) { statement in
            while try advance(statement) {}
        }
    }

    func first<Value>(
        _ sql: String,
        _ arguments: [(any DatabaseValueConvertible)?],
        _ make: (Row) throws -> Value
    ) throws -> Value? {
        try withStatement(sql, arguments) { statement in
            try advance(statement) ? try make(Row(statement)) : nil
        }
    }

    func all<Value>(
        _ sql: String,
        _ arguments: [(any DatabaseValueConvertible)?],
        _ make: (Row) throws -> Value
    ) throws -> [Value] {
        try withStatement(sql, arguments) { statement in
            var values: [Value] = []
            while try advance(statement) { values.append(try make(Row(statement))) }
            return values
        }
    }

    private func withStatement<Result>(
        _ sql: String,
        _ arguments: [(any DatabaseValueConvertible)?],
        _ body: (OpaquePointer) throws -> Result
    ) throws -> Result {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        // An unfinished statement would keep its snapshot open.
        defer { sqlite3_reset(statement) }
        for (index, argument) in arguments.enumerated() {
            let position = CInt(index + 1)
            let code = argument?.bind(to: statement, at: position) ?? sqlite3_bind_null(statement, position)
            guard code == SQLITE_OK else { throw refusal(code) }
        }
        return try body(statement)
    }

    /// Whether there is a row.
    private func advance(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw refusal(code)
        }
    }

    private func refusal(_ code: CInt) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: sqliteConnection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        )
    }
}

/// The row a statement stands on; valid until the statement moves.
struct Row {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    /// A column that may hold NULL.
    subscript<Value: StatementColumnConvertible>(index: Int) -> Value? {
        let column = CInt(index)
        guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
        return Value(sqliteStatement: statement, index: column)
    }

    /// A column that holds a value.
    func value<Value: StatementColumnConvertible>(_ index: Int) throws -> Value {
        guard let value: Value = self[index] else { throw Self.damaged(column: index) }
        return value
    }

    /// What a row that does not hold what it must is refused with.
    static func damaged(column: Int) -> Failure {
        Failure(.storage, "column \(column) of a row cannot be read; run `sqlite3 FILE 'PRAGMA integrity_check'`")
    }

    /// A text, which stands as a blob when it holds a NUL.
    func text(_ index: Int) -> String? {
        guard sqlite3_column_type(statement, CInt(index)) == SQLITE_BLOB else { return self[index] }
        let data: Data? = self[index]
        return data.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A stranger's text: bound as text, or as a blob when it holds a NUL, at which SQLite's C strings end.
struct StoredText: DatabaseValueConvertible {
    var text: String

    init(_ text: String) { self.text = text }

    var databaseValue: DatabaseValue {
        text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
    }

    func bind(to sqliteStatement: OpaquePointer, at index: CInt) -> CInt {
        text.utf8.contains(0)
            ? Data(text.utf8).bind(to: sqliteStatement, at: index) : text.bind(to: sqliteStatement, at: index)
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> StoredText? {
        switch value.storage {
        case .string(let text): StoredText(text)
        case .blob(let data): StoredText(String(decoding: data, as: UTF8.self))
        case .null, .int64, .double: nil
        }
    }
}
