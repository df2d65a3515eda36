/// The same deed on several conversations.
public struct ActCommand: Sendable, Hashable, Codable {
    /// The most conversations one act may change.
    public static let largest = 50_000

    /// The conversations, each once.
    public var ids: [Int64]
    /// What to do with each.
    public var deed: Deed
    /// Whether one refusal undoes everything; such an act changes at most 500 conversations.
    public var isAllOrNothing: Bool

    /// The same deed on several conversations.
    public init(ids: [Int64], deed: Deed, isAllOrNothing: Bool = false) {
        self.ids = ids
        self.deed = deed
        self.isAllOrNothing = isAllOrNothing
    }

    private enum CodingKeys: String, CodingKey {
        case ids
        case deed
        case isAllOrNothing = "all_or_nothing"
    }
}

/// How an act went, conversation by conversation.
public struct ActReport: Sendable, Hashable, Codable {
    /// The act in the history; nil when nothing changed.
    public var act: Int64?
    /// What was done, or taken back.
    public var what: String
    /// One outcome a conversation, in the order asked for.
    public var outcomes: [Outcome]

    /// How it went with one conversation.
    public struct Outcome: Sendable, Hashable, Codable {
        /// The conversation.
        public var id: Int64
        /// The conversation afterwards; nil when it was refused.
        public var conversation: ConversationSummary?
        /// Why it was refused.
        public var error: Reason?

        /// How it went with one conversation.
        public init(id: Int64, conversation: ConversationSummary? = nil, error: Reason? = nil) {
            self.id = id
            self.conversation = conversation
            self.error = error
        }
    }

    /// A refusal.
    public struct Reason: Sendable, Hashable, Codable {
        /// Which entry of the catalogue.
        public var code: Failure.Code
        /// What happened and what to do next.
        public var message: String

        /// A refusal.
        public init(_ failure: Failure) {
            code = failure.code
            message = failure.message
        }
    }

    /// How an act went.
    public init(act: Int64?, what: String, outcomes: [Outcome]) {
        self.act = act
        self.what = what
        self.outcomes = outcomes
    }

    private enum CodingKeys: String, CodingKey {
        case act
        case what
        case outcomes = "data"
    }
}
