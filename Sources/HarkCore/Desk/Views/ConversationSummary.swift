/// A conversation as a line of the inbox.
public struct ConversationSummary: Sendable, Hashable, Codable {
    /// The number people type.
    public var id: Int64
    /// Who owes the next word.
    public var state: Conversation.State
    /// The channel's name.
    public var channel: String
    /// The network's name.
    public var network: String
    /// The kind of the first message.
    public var kind: MessageKind
    /// Whether only the participants can read it.
    public var isPrivate: Bool
    /// The customer's handle or name. Hostile text, as it came.
    public var author: String
    /// The newest customer message's first line. Hostile text, as it came.
    public var snippet: String
    /// The urgency's step.
    public var urgency: Urgency.Level
    /// The urgency's score, 0…100.
    public var urgencyScore: Int
    /// The sentiment of the newest customer message.
    public var sentiment: Sentiment.Label
    /// The language of the newest customer message.
    public var language: Language
    /// What it is about.
    public var topics: [String]
    /// The team.
    public var team: String
    /// The agent who took it.
    public var assignee: String?
    /// Tags.
    public var tags: [String]
    /// The earliest running deadline.
    public var dueAt: Instant?
    /// Whether that deadline has passed.
    public var isBreached: Bool
    /// Since when the customer waits.
    public var waitingSince: Instant?
    /// When a snooze ends.
    public var snoozedUntil: Instant?
    /// When somebody of us last answered.
    public var answeredAt: Instant?
    /// Whether a customer waits whose newest words nobody here has looked at.
    public var isUnread: Bool
    /// Whether customers' messages are filed without opening it.
    public var isMuted: Bool
    /// The conversation that took over its messages.
    public var mergedInto: Int64?
    /// When it began.
    public var createdAt: Instant
    /// When the newest message was said.
    public var lastMessageAt: Instant
    /// Counts changes.
    public var version: Int64

    /// A conversation as a line of the inbox, as it stands at an instant.
    public init(_ conversation: Conversation, at now: Instant) {
        id = conversation.id.rawValue
        state = conversation.state
        channel = conversation.channel.rawValue
        network = conversation.network.rawValue
        kind = conversation.kind
        isPrivate = conversation.isPrivate
        author = conversation.author
        snippet = conversation.snippet
        urgency = conversation.urgency.level
        urgencyScore = conversation.urgency.score
        sentiment = conversation.sentiment
        language = conversation.language
        topics = conversation.topics
        team = conversation.team
        assignee = conversation.assignee
        tags = conversation.tags
        dueAt = conversation.dueAt
        isBreached = conversation.dueAt.map { $0 <= now } ?? false
        waitingSince = conversation.waitingSince
        snoozedUntil = conversation.snoozedUntil
        answeredAt = conversation.answeredAt
        isUnread = conversation.isUnread
        isMuted = conversation.isMuted
        mergedInto = conversation.mergedInto?.rawValue
        createdAt = conversation.createdAt
        lastMessageAt = conversation.lastMessageAt
        version = conversation.version
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case state
        case channel
        case network
        case kind
        case isPrivate = "private"
        case author
        case snippet
        case urgency
        case urgencyScore = "urgency_score"
        case sentiment
        case language
        case topics
        case team
        case assignee
        case tags
        case dueAt = "due_at"
        case isBreached = "breached"
        case waitingSince = "waiting_since"
        case snoozedUntil = "snoozed_until"
        case answeredAt = "answered_at"
        case isUnread = "unread"
        case isMuted = "muted"
        case mergedInto = "merged_into"
        case createdAt = "created_at"
        case lastMessageAt = "last_message_at"
        case version
    }
}
