/// What a query is evaluated on: a conversation's row and its words.
public struct QuerySubject: Sendable, Hashable {
    /// The conversation, including the changes being decided.
    public var conversation: Conversation
    /// Handle, name and id of the customer, for `from:`.
    public var author: Author?
    /// The texts to search: all messages' for a search, the arriving message's for a rule.
    public let texts: [String]
    /// Whether something came with a message: any for a search, the arriving one for a rule.
    public var hasAttachment: Bool
    /// The texts folded once, because every rule searches them.
    let folded: [FoldedText]

    /// What a query is evaluated on.
    public init(conversation: Conversation, author: Author?, texts: [String], hasAttachment: Bool = false) {
        self.hasAttachment = hasAttachment
        self.conversation = conversation
        self.author = author
        self.texts = texts
        folded = texts.map { FoldedText($0) }
    }
}
