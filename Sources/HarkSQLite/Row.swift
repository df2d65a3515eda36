import Foundation
import GRDB
import GRDBSQLite
import HarkCore

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

    /// A whole number; nil for NULL.
    func integer(_ index: Int) -> Int64? {
        let column = CInt(index)
        guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
        return sqlite3_column_int64(statement, column)
    }

    /// A text without NUL; nil for NULL.
    func string(_ index: Int) -> String? {
        let column = CInt(index)
        guard let start = sqlite3_column_text(statement, column) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
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

    /// Whether a column holds just these letters.
    func holds(_ bytes: [UInt8], in index: Int) -> Bool {
        guard let stored = sqlite3_column_blob(statement, CInt(index)),
            sqlite3_column_bytes(statement, CInt(index)) == bytes.count
        else { return false }
        return UnsafeRawBufferPointer(start: stored, count: bytes.count).elementsEqual(bytes)
    }

    /// A text, which stands as a blob when it holds a NUL.
    func text(_ index: Int) -> String? {
        guard sqlite3_column_type(statement, CInt(index)) == SQLITE_BLOB else { return string(index) }
        let data: Data? = self[index]
        return data.map { String(decoding: $0, as: UTF8.self) }
    }
}
