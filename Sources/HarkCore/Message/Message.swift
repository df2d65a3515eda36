/// One thing somebody said, or we answered, as it is kept.
public struct Message: Sendable, Hashable {
    /// A message's number.
    public struct ID: RawRepresentable, Sendable, Hashable, Comparable, Codable {
        /// The number itself.
        public var rawValue: Int64
        /// A message's number.
        public init(rawValue: Int64) { self.rawValue = rawValue }
        /// Orders two values.
        public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }

        private enum CodingKeys: String, CodingKey {
            case rawValue = "raw_value"
        }
    }

    /// Who is speaking to whom.
    public enum Direction: String, Sendable, Codable {
        /// The customer to us.
        case inbound
        /// We to the customer: from here, or an echo from the network's own app.
        case outbound
        /// Among us; the customer never sees it.
        case note
    }

    /// What became of it on its way.
    public enum Status: String, Sendable, Codable {
        /// It came in, or is a note.
        case received
        /// It waits in the outbox.
        case queued
        case sent, delivered, read, failed
        /// Taken back before it left.
        case withdrawn
        /// The provider did not answer; it may or may not have gone out. A person decides.
        case unknown
    }

    /// The message's number.
    public var id: ID
    /// The conversation it belongs to.
    public var conversation: Conversation.ID
    /// The channel it came over.
    public var channel: Channel.ID
    /// The network's id, unique within the channel; our outbox id until the network has given one.
    public var networkID: String
    /// Who is speaking to whom.
    public var direction: Direction
    /// What sort of message it is.
    public var kind: MessageKind
    /// Whether only the participants can read it.
    public var isPrivate: Bool
    /// The network's own word for who can read it.
    public var visibility: String?
    /// The customer who wrote it, for inbound messages.
    public var contact: Contact.ID?
    /// The customer's account as it is known now, for inbound messages.
    public var author: Author?
    /// The agent who wrote it here; nil for messages from outside.
    public var agent: String?
    /// Plain text as it came.
    public var text: String
    /// Subject or title.
    public var subject: String?
    /// What came with it.
    public var attachments: [Attachment]
    /// The network's own thread.
    public var thread: String?
    /// The network's id of the message it answers.
    public var parent: String?
    /// Its public page.
    public var url: String?
    /// When it was said, by the network's clock.
    public var sentAt: Instant
    /// When we took it in.
    public var receivedAt: Instant
    /// When it was last changed by its author.
    public var editedAt: Instant?
    /// When it was taken back by its author.
    public var deletedAt: Instant?
    /// What became of it.
    public var status: Status
    /// Why it failed.
    public var statusReason: String?
    /// The delivery it came in.
    public var delivery: Int64?

    /// A message as it is kept.
    public init(
        id: ID,
        conversation: Conversation.ID,
        channel: Channel.ID,
        networkID: String,
        direction: Direction,
        kind: MessageKind,
        isPrivate: Bool,
        visibility: String? = nil,
        contact: Contact.ID? = nil,
        author: Author? = nil,
        agent: String? = nil,
        text: String,
        subject: String? = nil,
        attachments: [Attachment] = [],
        thread: String? = nil,
        parent: String? = nil,
        url: String? = nil,
        sentAt: Instant,
        receivedAt: Instant,
        editedAt: Instant? = nil,
        deletedAt: Instant? = nil,
        status: Status = .received,
        statusReason: String? = nil,
        delivery: Int64? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.channel = channel
        self.networkID = networkID
        self.direction = direction
        self.kind = kind
        self.isPrivate = isPrivate
        self.visibility = visibility
        self.contact = contact
        self.author = author
        self.agent = agent
        self.text = text
        self.subject = subject
        self.attachments = attachments
        self.thread = thread
        self.parent = parent
        self.url = url
        self.sentAt = sentAt
        self.receivedAt = receivedAt
        self.editedAt = editedAt
        self.deletedAt = deletedAt
        self.status = status
        self.statusReason = statusReason
        self.delivery = delivery
    }
}

/// An earlier text of a message, kept when its author changed it.
public struct Revision: Sendable, Hashable, Codable {
    /// The message that was changed.
    public var message: Message.ID
    /// The text it had before.
    public var text: String
    /// When the newer text took its place.
    public var replacedAt: Instant

    /// An earlier text of a message.
    public init(message: Message.ID, text: String, replacedAt: Instant) {
        self.message = message
        self.text = text
        self.replacedAt = replacedAt
    }

    private enum CodingKeys: String, CodingKey {
        case message
        case text
        case replacedAt = "replaced_at"
    }
}
