extension Query {
    /// The longest text that is read, in characters.
    public static let maximumLength = 2000
    /// The most tests a query may hold.
    public static let maximumTerms = 100
    /// How deep parentheses and negations may nest.
    public static let maximumDepth = 20

    /// Reads a query. Throws ``QueryError`` with the place and what would be right.
    public init(_ text: String) throws(QueryError) {
        try Self.checkLength(text)
        var reader = QueryReader(text)
        self = try reader.readQuery()
    }

    static func checkLength(_ text: String) throws(QueryError) {
        // Four bytes a scalar at most: the first test keeps a huge text from being copied only to be refused.
        guard text.utf8.count <= 4 * Self.maximumLength, text.unicodeScalars.count <= Self.maximumLength else {
            let message = "the query is longer than \(Self.maximumLength) characters; shorten it"
            throw QueryError(offset: Self.maximumLength, message: message)
        }
    }
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
