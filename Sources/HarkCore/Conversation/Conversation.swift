/// Messages that one answer belongs to.
public struct Conversation: Sendable, Hashable {
    /// A short integer that people type; the same in CLI, API and mail subject.
    public struct ID: RawRepresentable, Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
        /// The number itself.
        public var rawValue: Int64
        /// A conversation's number.
        public init(rawValue: Int64) { self.rawValue = rawValue }
        /// A conversation's number.
        public init(_ number: Int64) { rawValue = number }
        /// The value as text.
        public var description: String { String(rawValue) }
        /// Orders two values.
        public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
    }

    /// Who owes the next word.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// We owe the next word.
        case open
        /// The customer owes the next word.
        case pending
        /// Put aside until an instant, or until the customer speaks.
        case snoozed
        /// Done; a customer's message opens it again.
        case closed
    }

    /// The conversation's number.
    public var id: ID
    /// The channel it lives on.
    public var channel: Channel.ID
    /// The network the channel belongs to.
    public var network: Network
    /// What joins messages to it, unique within the channel.
    public var key: ConversationKey
    /// The kind of its first message.
    public var kind: MessageKind
    /// Whether only the participants can read it.
    public var isPrivate: Bool
    /// Who owes the next word.
    public var state: State
    /// The team it was routed to.
    public var team: String
    /// The agent who took it, without `@`.
    public var assignee: String?
    /// Tags, sorted.
    public var tags: [String]
    /// The customer.
    public var contact: Contact.ID?
    /// The customer's handle or name, for lists.
    public var author: String
    /// The first line of the newest customer message, for lists.
    public var snippet: String
    /// How urgent the unanswered messages are.
    public var urgency: Urgency
    /// The sentiment of the newest customer message.
    public var sentiment: Sentiment.Label
    /// The language of the newest customer message.
    public var language: Language
    /// What it is about: topics of the messages since the last answer.
    public var topics: [String]
    /// When the first message was said.
    public var createdAt: Instant
    /// When the newest message (either way) was said.
    public var lastMessageAt: Instant
    /// Since when the customer waits for an answer; nil when we spoke last.
    public var waitingSince: Instant?
    /// When a snooze ends.
    public var snoozedUntil: Instant?
    /// When it was closed.
    public var closedAt: Instant?
    /// The earliest deadline of a running clock; nil when none runs.
    public var dueAt: Instant?
    /// When somebody of us last answered.
    public var answeredAt: Instant?
    /// When somebody of us last looked.
    public var readAt: Instant?
    /// Whether customers' messages are filed without opening it.
    public var isMuted: Bool
    /// The conversation that took over its messages.
    public var mergedInto: ID?
    /// Counts changes; a command may insist on the version it has seen.
    public var version: Int64

    /// A new conversation.
    public init(
        id: ID,
        channel: Channel.ID,
        network: Network,
        key: ConversationKey,
        kind: MessageKind,
        isPrivate: Bool,
        state: State = .open,
        team: String,
        assignee: String? = nil,
        tags: [String] = [],
        contact: Contact.ID? = nil,
        author: String = "",
        snippet: String = "",
        urgency: Urgency = Urgency(score: 0),
        sentiment: Sentiment.Label = .neutral,
        language: Language = .other,
        topics: [String] = [],
        createdAt: Instant,
        lastMessageAt: Instant,
        waitingSince: Instant? = nil,
        snoozedUntil: Instant? = nil,
        closedAt: Instant? = nil,
        dueAt: Instant? = nil,
        answeredAt: Instant? = nil,
        readAt: Instant? = nil,
        isMuted: Bool = false,
        mergedInto: ID? = nil,
        version: Int64 = 0
    ) {
        self.id = id
        self.channel = channel
        self.network = network
        self.key = key
        self.kind = kind
        self.isPrivate = isPrivate
        self.state = state
        self.team = team
        self.assignee = assignee
        self.tags = tags
        self.contact = contact
        self.author = author
        self.snippet = snippet
        self.urgency = urgency
        self.sentiment = sentiment
        self.language = language
        self.topics = topics
        self.createdAt = createdAt
        self.lastMessageAt = lastMessageAt
        self.waitingSince = waitingSince
        self.snoozedUntil = snoozedUntil
        self.closedAt = closedAt
        self.dueAt = dueAt
        self.answeredAt = answeredAt
        self.readAt = readAt
        self.isMuted = isMuted
        self.mergedInto = mergedInto
        self.version = version
    }

    /// Whether a customer waits whose newest words nobody here has looked at.
    public var isUnread: Bool {
        guard waitingSince != nil else { return false }
        return readAt.map { $0 < lastMessageAt } ?? true
    }
}
