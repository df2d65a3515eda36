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
    /// Earlier messages it continues, nearest first, where the network names more than the parent.
    public var ancestors: [String]
    /// The id it gets when another message already has the first, as mails with one Message-ID can.
    public var otherID: String?
    /// What an answer must carry beyond what people see (a mail's References); kept for ``Outgoing/Target/context``.
    public var replyContext: [String: String]
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
        isAutomatic: Bool = false,
        ancestors: [String] = [],
        otherID: String? = nil,
        replyContext: [String: String] = [:]
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
        self.ancestors = ancestors
        self.otherID = otherID
        self.replyContext = replyContext
    }
}
