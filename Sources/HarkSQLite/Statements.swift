import GRDB

/// Short forms over prepared statements.
///
/// GRDB prepares, keeps and ends the statements; they are bound and stepped here through SQLite's own functions, because
/// a message fills a dozen rows and GRDB's argument lists and copied rows took more of the writer's time than SQLite.
/// Transactions stay GRDB's, which asks SQLite whether one is open.
extension Database {
    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try cachedStatement(sql: sql).run { $0.add(arguments) }
    }

    func first<Value>(
        _ sql: String,
        _ arguments: [(any DatabaseValueConvertible)?],
        _ make: (Row) throws -> Value
    ) throws -> Value? {
        try cachedStatement(sql: sql).first({ $0.add(arguments) }, make)
    }

    func all<Value>(
        _ sql: String,
        _ arguments: [(any DatabaseValueConvertible)?],
        _ make: (Row) throws -> Value
    ) throws -> [Value] {
        try cachedStatement(sql: sql).all({ $0.add(arguments) }, make)
    }
}

extension Statement {
    func run(_ bind: (inout Binding) -> Void) throws {
        try bound(bind) { while try $0.advance() {} }
    }

    func first<Value>(_ bind: (inout Binding) -> Void, _ make: (Row) throws -> Value) throws -> Value? {
        try bound(bind) { try $0.advance() ? try make($0.row) : nil }
    }

    func all<Value>(_ bind: (inout Binding) -> Void, _ make: (Row) throws -> Value) throws -> [Value] {
        try bound(bind) { binding in
            var values: [Value] = []
            while try binding.advance() { values.append(try make(binding.row)) }
            return values
        }
    }

    private func bound<Result>(
        _ bind: (inout Binding) -> Void,
        _ body: (Binding) throws -> Result
    ) throws -> Result {
        var binding = Binding(sqliteStatement)
        // An unfinished statement would keep its snapshot open.
        defer { binding.reset() }
        bind(&binding)
        try binding.check()
        return try body(binding)
    }
}

/// A statement that runs for every message: found again by its identity, for its letters would be compared each time.
final class SQL: Sendable {
    let text: String

    init(_ text: String) { self.text = text }
}
