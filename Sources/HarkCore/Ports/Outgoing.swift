/// A reply on its way out.
public struct Outgoing: Sendable, Hashable, Codable {
    /// Ours: the same on every attempt (an Idempotency-Key, where the network takes one).
    public var id: String
    /// The text as the agent wrote it.
    public var text: String
    /// The message it answers.
    public var target: Target
    /// When it was written; nil for one queued by an older version.
    public var writtenAt: Instant?

    /// What a reply is attached to: the customer's newest message.
    public struct Target: Sendable, Hashable, Codable {
        /// The network's id of the message.
        public var messageID: String
        /// What sort it is.
        public var kind: MessageKind
        /// Whether only the participants can read it; a reply is never more public.
        public var isPrivate: Bool
        /// The network's word for its visibility.
        public var visibility: String?
        /// The network's own thread.
        public var thread: String?
        /// Who wrote it.
        public var author: Author?
        /// When it was said: the reply window counts from here.
        public var sentAt: Instant
        /// What the connector kept of it for the answer; nil when nothing.
        public var context: [String: String]?

        /// What a reply is attached to.
        public init(
            messageID: String,
            kind: MessageKind,
            isPrivate: Bool,
            visibility: String?,
            thread: String?,
            author: Author?,
            sentAt: Instant,
            context: [String: String]? = nil
        ) {
            self.messageID = messageID
            self.kind = kind
            self.isPrivate = isPrivate
            self.visibility = visibility
            self.thread = thread
            self.author = author
            self.sentAt = sentAt
            self.context = context
        }

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
            case kind
            case isPrivate = "private"
            case visibility
            case thread
            case author
            case sentAt = "sent_at"
            case context
        }
    }

    /// A reply on its way out.
    public init(id: String, text: String, target: Target, writtenAt: Instant? = nil) {
        self.id = id
        self.text = text
        self.target = target
        self.writtenAt = writtenAt
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case text
        case target
        case writtenAt = "written_at"
    }
}

/// What the network said of a sent reply.
public struct Receipt: Sendable, Hashable, Codable {
    /// The network's id of the new message.
    public var messageID: String
    /// Its public page.
    public var url: String?

    /// What the network said of a sent reply.
    public init(messageID: String, url: String? = nil) {
        self.messageID = messageID
        self.url = url
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "message_id"
        case url
    }
}
