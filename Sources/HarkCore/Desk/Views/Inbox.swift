/// Which conversations to list.
public struct InboxRequest: Sendable, Hashable, Codable {
    /// A query; empty means everything that is open.
    public var query: String
    /// How many, 1…200.
    public var limit: Int
    /// The `next` of the page before.
    public var cursor: String?

    /// Which conversations to list.
    public init(query: String = "", limit: Int = 50, cursor: String? = nil) {
        self.query = query
        self.limit = limit
        self.cursor = cursor
    }
}

/// A page of conversations.
public struct InboxPage: Sendable, Hashable, Codable {
    /// The conversations.
    public var data: [ConversationSummary]
    /// Pass it on to get the next page; nil on the last.
    public var next: String?

    /// A page of conversations.
    public init(data: [ConversationSummary], next: String?) {
        self.data = data
        self.next = next
    }
}
