import GRDB
import GRDBSQLite
import HarkCore

/// Fills a statement's places from left to right and steps it. Values stand in no list and no box on their way.
struct Binding {
    private let statement: OpaquePointer
    private var position: CInt = 0
    private var complaint = SQLITE_OK

    init(_ statement: OpaquePointer) { self.statement = statement }

    mutating func add(_ value: Int64) { note(sqlite3_bind_int64(statement, next(), value)) }

    mutating func add(_ value: Int) { add(Int64(value)) }

    mutating func add(_ value: Bool) { add(value ? 1 as Int64 : 0) }

    mutating func add(_ value: Instant) { add(value.milliseconds) }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(bytes: UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ line: JSONLine) {
        line.bytes.withUnsafeBytes { add(bytes: $0) }
    }

    /// A stranger's text: as text, or as a blob when it holds a NUL, at which SQLite's C strings end.
    mutating func add(_ text: StoredText) {
        if text.text.utf8.contains(0) { add(blob: Array(text.text.utf8)) } else { add(text.text) }
    }

    mutating func add(blob: [UInt8]) {
        let place = next()
        note(
            blob.isEmpty
                ? sqlite3_bind_zeroblob(statement, place, 0)
                : sqlite3_bind_blob64(statement, place, blob, sqlite3_uint64(blob.count), Self.copied)
        )
    }

    mutating func add(_ value: Int64?) { if let value { add(value) } else { addNull() } }

    mutating func add(_ value: Instant?) { if let value { add(value) } else { addNull() } }

    mutating func add(_ text: String?) { if let text { add(text) } else { addNull() } }

    mutating func add(_ text: StoredText?) { if let text { add(text) } else { addNull() } }

    mutating func add(_ line: JSONLine?) { if let line { add(line) } else { addNull() } }

    mutating func addNull() { note(sqlite3_bind_null(statement, next())) }

    /// A list of any values, for statements that run seldom.
    mutating func add(_ arguments: [(any DatabaseValueConvertible)?]) {
        for argument in arguments {
            let place = next()
            note(argument?.bind(to: statement, at: place) ?? sqlite3_bind_null(statement, place))
        }
    }

    /// Throws the first complaint about a value.
    func check() throws {
        guard complaint == SQLITE_OK else { throw refusal(complaint) }
    }

    /// Whether there is a row.
    func advance() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw refusal(code)
        }
    }

    /// The row the statement stands on.
    var row: Row { Row(statement) }

    func reset() { sqlite3_reset(statement) }

    private mutating func add(bytes: UnsafeRawBufferPointer) {
        let place = next()
        // An empty text has no address, and SQLite takes a missing one for NULL.
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else {
            return note(sqlite3_bind_text(statement, place, "", 0, nil))
        }
        let encoding = UInt8(truncatingIfNeeded: SQLITE_UTF8)
        note(sqlite3_bind_text64(statement, place, start, sqlite3_uint64(bytes.count), Self.copied, encoding))
    }

    private mutating func next() -> CInt {
        position += 1
        return position
    }

    private mutating func note(_ code: CInt) {
        if complaint == SQLITE_OK { complaint = code }
    }

    private func refusal(_ code: CInt) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: sqlite3_db_handle(statement).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        )
    }

    /// SQLite's word for "copy the bytes, they will not stay" (`SQLITE_TRANSIENT`).
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
