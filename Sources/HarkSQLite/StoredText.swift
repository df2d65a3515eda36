import Foundation
import GRDB

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
