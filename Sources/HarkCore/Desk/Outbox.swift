/// Something that must leave: leased, retried, never lost. Written in the transaction that decided it.
public struct OutboxItem: Sendable, Hashable {
    /// An item's number.
    public struct ID: RawRepresentable, Sendable, Hashable, Codable {
        /// The number itself.
        public var rawValue: Int64
        /// An item's number.
        public init(rawValue: Int64) { self.rawValue = rawValue }

        private enum CodingKeys: String, CodingKey {
            case rawValue = "raw_value"
        }
    }

    /// What leaves.
    public enum Content: Sendable, Hashable, Codable {
        /// A reply to a customer, for the message row that shows it.
        case reply(Outgoing, message: Message.ID)
        /// An alert by e-mail.
        case mail(AlertMail)
    }

    /// Where it stands.
    public enum State: String, Sendable, Codable {
        /// Waiting for its turn.
        case queued
        /// Gone.
        case sent
        /// Given up; a person must look.
        case failed
        /// Taken back before it left.
        case withdrawn
    }

    /// The item's number.
    public var id: ID
    /// Makes it unique: the same decision taken twice leaves once.
    public var key: String
    /// The conversation it is about.
    public var conversation: Conversation.ID
    /// The channel it leaves by; nil for mail.
    public var channel: Channel.ID?
    /// What leaves.
    public var content: Content
    /// Where it stands.
    public var state: State
    /// How often it was tried.
    public var attempts: Int
    /// Not before this instant.
    public var nextAttemptAt: Instant
    /// Why the last attempt failed.
    public var lastError: String?
    /// When it was decided.
    public var createdAt: Instant
    /// Whether somebody took it to send and never said how it went: it may have left already.
    public var wasInterrupted = false

    /// Something that must leave.
    public init(
        id: ID,
        key: String,
        conversation: Conversation.ID,
        channel: Channel.ID?,
        content: Content,
        state: State = .queued,
        attempts: Int = 0,
        nextAttemptAt: Instant,
        lastError: String? = nil,
        createdAt: Instant
    ) {
        self.id = id
        self.key = key
        self.conversation = conversation
        self.channel = channel
        self.content = content
        self.state = state
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.lastError = lastError
        self.createdAt = createdAt
    }
}

/// An alert as facts; its text is written when it leaves.
public struct AlertMail: Sendable, Hashable, Codable {
    /// Why people are told.
    public enum Reason: String, Sendable, Codable {
        /// A share of the target is used up.
        case warning
        /// The target is used up.
        case breach
    }

    /// Why people are told.
    public var reason: Reason
    /// Which promise.
    public var metric: Clock.Metric
    /// The step of the ladder, from 1.
    public var level: Int
    /// When the target is, or was, used up.
    public var dueAt: Instant
    /// The conversation.
    public var conversation: Conversation.ID
    /// The channel it lives on.
    public var channel: Channel.ID
    /// The customer's handle or name; hostile.
    public var author: String
    /// The newest customer message, shortened; hostile.
    public var snippet: String
    /// The urgency.
    public var urgency: Urgency
    /// The team.
    public var team: String
    /// The assignee.
    public var assignee: String?
    /// The policy that promised.
    public var policy: String
    /// Who gets it.
    public var recipients: [String]
    /// When it was decided.
    public var at: Instant

    /// An alert as facts.
    public init(
        reason: Reason,
        metric: Clock.Metric,
        level: Int,
        dueAt: Instant,
        conversation: Conversation.ID,
        channel: Channel.ID,
        author: String,
        snippet: String,
        urgency: Urgency,
        team: String,
        assignee: String?,
        policy: String,
        recipients: [String],
        at: Instant
    ) {
        self.reason = reason
        self.metric = metric
        self.level = level
        self.dueAt = dueAt
        self.conversation = conversation
        self.channel = channel
        self.author = author
        self.snippet = snippet
        self.urgency = urgency
        self.team = team
        self.assignee = assignee
        self.policy = policy
        self.recipients = recipients
        self.at = at
    }

    private enum CodingKeys: String, CodingKey {
        case reason
        case metric
        case level
        case dueAt = "due_at"
        case conversation
        case channel
        case author
        case snippet
        case urgency
        case team
        case assignee
        case policy
        case recipients
        case at
    }
}
