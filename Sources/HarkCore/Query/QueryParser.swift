extension Query {
    /// Reads a query. Throws ``QueryError`` with the place and what would be right.
    public init(_ text: String) throws(QueryError) { self = .all }
}

/// A query that cannot be read.
public struct QueryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The offset in characters where reading stopped making sense.
    public var offset: Int
    /// What is wrong and what would be right.
    public var message: String

    /// A query that cannot be read.
    public init(offset: Int, message: String) {
        self.offset = offset
        self.message = message
    }

    /// The value as text.
    public var description: String { "at character \(offset + 1): \(message)" }
}
