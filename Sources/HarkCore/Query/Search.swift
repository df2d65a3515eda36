/// A query together with the order it asks for: what people type, while rules and policies hold bare queries.
public struct Search: Sendable, Hashable {
    /// What is looked for.
    public var query: Query
    /// In which order.
    public var order: InboxOrder

    /// A search; worst first unless said otherwise.
    public init(query: Query, order: InboxOrder = .worst) {
        self.query = query
        self.order = order
    }

    /// Reads a query that may hold one `sort:`. Throws ``QueryError`` with the place and what would be right.
    public init(_ text: String) throws(QueryError) {
        try Query.checkLength(text)
        var reader = QueryReader(text, allowsSort: true)
        query = try reader.readQuery()
        order = reader.order ?? .worst
    }
}

/// In which order conversations are listed. Every order ends in the number, so that it is total.
public struct InboxOrder: Sendable, Hashable, CustomStringConvertible {
    /// What decides first.
    public enum Key: String, Sendable, CaseIterable {
        /// The deadline; then urgency, then age. The inbox's own order.
        case due
        /// When it began, oldest first.
        case age
        /// The highest urgency first; then the deadline, then age.
        case urgency
        /// When it began, as ``age``: written `-created` for the newest first.
        case created
        /// When something was last said, longest ago first.
        case updated
    }

    /// What decides first.
    public var key: Key
    /// Whether the order is turned round.
    public var isReversed: Bool

    /// An order.
    public init(_ key: Key, isReversed: Bool = false) {
        self.key = key
        self.isReversed = isReversed
    }

    /// Breached, due soonest, urgency, age.
    public static let worst = InboxOrder(.due)

    /// The order as a query writes it: `due`, `-created`.
    public var description: String { (isReversed ? "-" : "") + key.rawValue }

    /// Reads ``description`` back.
    public init?(_ text: String) {
        let isReversed = text.hasPrefix("-")
        guard let key = Key(rawValue: isReversed ? String(text.dropFirst()) : text) else { return nil }
        self.init(key, isReversed: isReversed)
    }
}
