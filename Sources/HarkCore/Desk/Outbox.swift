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
        /// Another text for a reply that has left, for the message row that shows it.
        case edit(OutgoingEdit, message: Message.ID)
        /// A mail about the alerts of a group; which they are stands in the notices.
        case notices(NoticeGroup)
    }

    /// Where it stands.
    public enum State: String, Sendable, Codable {
        /// Waiting for its turn.
        case queued
        /// Gone.
        case sent
        /// Given up; a person must look.
        case failed
        /// Not needed any more.
        case dropped
        /// Taken back before it left.
        case withdrawn
    }

    /// The item's number.
    public var id: ID
    /// Makes it unique: the same decision taken twice leaves once.
    public var key: String
    /// The conversation it is about, if it is one.
    public var conversation: Conversation.ID?
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
        conversation: Conversation.ID?,
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
