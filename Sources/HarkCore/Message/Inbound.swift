/// One thing a provider told us, in Hark's words: what a connector makes of a delivery.
public struct Inbound: Sendable, Hashable {
    /// The network it happened on.
    public var network: Network
    /// Our own account it was addressed to, by the network's id; nil when the delivery belongs to one channel only.
    public var account: String?
    /// What happened.
    public var change: Change

    /// What happened on the network.
    public enum Change: Sendable, Hashable {
        /// Somebody said something to us.
        case message(Draft)
        /// We said something, here or in the network's own app.
        case echo(Draft)
        /// A message we may know has a new text. `Draft.id` is the original message's id.
        case edit(Draft)
        /// A message was taken back.
        case delete(id: String, at: Instant?)
        /// What became of a message we sent.
        case status(DeliveryReport)
        /// Somebody reacted to a message.
        case reaction(Reaction)
    }

    /// One thing a provider told us.
    public init(network: Network, account: String? = nil, change: Change) {
        self.network = network
        self.account = account
        self.change = change
    }
}

/// A message as it arrived, before triage and filing.
public struct Draft: Sendable, Hashable {
    /// The network's stable id of the message, unique within the channel.
    public var id: String
    /// What sort of message it is.
    public var kind: MessageKind
    /// Whether only the participants can read it.
    public var isPrivate: Bool
    /// The network's own word for who can read it (`unlisted`), where a reply has to keep it.
    public var visibility: String?
    /// Who said it; nil when the notice lacks it.
    public var author: Author?
    /// For an echo: the customer we wrote to, where the payload names one.
    public var recipient: Author?
    /// Plain text, as it came; nil when the message has none.
    public var text: String?
    /// The subject of an e-mail, the title of a post.
    public var subject: String?
    /// What came with it.
    public var attachments: [Attachment]
    /// The network's own thread: root post, chat, pair of accounts.
    public var thread: String?
    /// Which conversation it belongs to, by the connector's rule (its README states it).
    public var conversation: ConversationKey
    /// The network's id of the message it answers.
    public var parent: String?
    /// When it was said, by the network's clock.
    public var sentAt: Instant
    /// Its public page.
    public var url: String?
    /// The machine-readable value behind a pressed button.
    public var postback: String?
    /// Stars given, for a review.
    public var rating: Int?
    /// The notice lacks text or author; they must be fetched.
    public var needsFetch: Bool
    /// The network says there is content it cannot hand out.
    public var isUnsupported: Bool
    /// Written by a machine (an out-of-office answer, a bot): stored, but no clock waits for an answer to it.
    public var isAutomatic: Bool

    /// A message as it arrived.
    public init(
        id: String,
        kind: MessageKind,
        isPrivate: Bool,
        visibility: String? = nil,
        author: Author?,
        recipient: Author? = nil,
        text: String?,
        subject: String? = nil,
        attachments: [Attachment] = [],
        thread: String? = nil,
        conversation: ConversationKey,
        parent: String? = nil,
        sentAt: Instant,
        url: String? = nil,
        postback: String? = nil,
        rating: Int? = nil,
        needsFetch: Bool = false,
        isUnsupported: Bool = false,
        isAutomatic: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.isPrivate = isPrivate
        self.visibility = visibility
        self.author = author
        self.recipient = recipient
        self.text = text
        self.subject = subject
        self.attachments = attachments
        self.thread = thread
        self.conversation = conversation
        self.parent = parent
        self.sentAt = sentAt
        self.url = url
        self.postback = postback
        self.rating = rating
        self.needsFetch = needsFetch
        self.isUnsupported = isUnsupported
        self.isAutomatic = isAutomatic
    }
}

/// What sort of message it is.
public enum MessageKind: String, Sendable, Codable, CaseIterable {
    /// A public post that names us.
    case mention
    /// Written to us alone.
    case direct
    /// Written under something of ours.
    case comment
    /// An opinion with stars.
    case review
    /// An e-mail.
    case email
    /// Said in a group or room.
    case chat
}

/// What joins messages to one conversation.
public enum ConversationKey: Sendable, Hashable, CustomStringConvertible {
    /// A public thread; a reply whose parent is known joins the parent's conversation.
    case thread(String)
    /// A person on this channel: direct messages of years are one conversation.
    case person(String)

    /// The key as it is stored: `t:` or `p:` and the id.
    public var description: String {
        switch self {
        case .thread(let id): "t:" + id
        case .person(let id): "p:" + id
        }
    }
}

/// What became of a message we sent.
public struct DeliveryReport: Sendable, Hashable {
    /// How far the message came; later states win, `failed` is final.
    public enum State: String, Sendable, Codable, Comparable {
        case sent, delivered, read, failed

        /// Orders two values.
        public static func < (left: State, right: State) -> Bool { left.rank < right.rank }
        private var rank: Int {
            switch self {
            case .sent: 0
            case .delivered: 1
            case .read: 2
            case .failed: 3
            }
        }
    }

    /// The network's id of the message, or nil when only a watermark is known.
    public var id: String?
    /// Everything sent to this person before this instant has reached the state.
    public var watermark: Instant?
    /// The person's id, for a watermark.
    public var recipient: String?
    /// How far it came.
    public var state: State
    /// When, by the network's clock.
    public var at: Instant?
    /// The network's reason for a failure.
    public var reason: String?

    /// What became of a message we sent.
    public init(
        id: String?,
        watermark: Instant? = nil,
        recipient: String? = nil,
        state: State,
        at: Instant? = nil,
        reason: String? = nil
    ) {
        self.id = id
        self.watermark = watermark
        self.recipient = recipient
        self.state = state
        self.at = at
        self.reason = reason
    }
}

/// Somebody reacted to a message.
public struct Reaction: Sendable, Hashable {
    /// The network's id of the message reacted to.
    public var target: String
    /// Who reacted.
    public var author: Author?
    /// The emoji or the network's word; nil when taken back.
    public var symbol: String?
    /// The reaction's own id, where the network has one.
    public var id: String?
    /// When, by the network's clock.
    public var at: Instant?

    /// A reaction to a message.
    public init(target: String, author: Author?, symbol: String?, id: String? = nil, at: Instant? = nil) {
        self.target = target
        self.author = author
        self.symbol = symbol
        self.id = id
        self.at = at
    }
}

/// What a connector made of one delivery. Nothing in a delivery vanishes: it is an item, skipped by name, or malformed.
public struct Decoded: Sendable, Hashable {
    /// What happened, in the order to file it (oldest first).
    public var items: [Inbound]
    /// Events that Hark ignores by design, by the provider's name of their type.
    public var skipped: [String]
    /// Parts that should have been messages but could not be read: what was wrong with each.
    public var malformed: [String]

    /// What a connector made of one delivery.
    public init(items: [Inbound] = [], skipped: [String] = [], malformed: [String] = []) {
        self.items = items
        self.skipped = skipped
        self.malformed = malformed
    }
}
