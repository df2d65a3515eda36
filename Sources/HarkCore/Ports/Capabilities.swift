/// What a network allows; the inbox refuses before sending what the network would refuse after.
public struct Capabilities: Sendable, Hashable {
    /// How the network counts a text's length.
    public struct TextLimit: Sendable, Hashable {
        /// What is counted.
        public enum Unit: String, Sendable {
            case characters, utf16, bytes
            /// Letters of the European scripts count once, everything else twice.
            case weighted
        }
        /// The longest text.
        public var count: Int
        /// What is counted.
        public var unit: Unit
        /// Every URL counts as this many, whatever its length; nil when it counts as it is.
        public var lengthOfURL: Int?

        /// A limit on texts.
        public init(_ count: Int, _ unit: Unit, lengthOfURL: Int? = nil) {
            self.count = count
            self.unit = unit
            self.lengthOfURL = lengthOfURL
        }
    }

    /// The kinds of messages that arrive.
    public var kinds: Set<MessageKind>
    /// The longest reply; nil when the network names none.
    public var textLimit: TextLimit?
    /// How long after the customer's last message a private reply is allowed; nil for always.
    public var replyWindow: Span?
    /// Whether a reply can be sent at all.
    public var canReply: Bool
    /// Whether the network tells of edits, deletes, and what became of our messages.
    public var reportsEdits: Bool
    /// Whether the network tells of deleted messages.
    public var reportsDeletes: Bool
    /// Whether the network tells when our messages were delivered or read.
    public var reportsDelivery: Bool
    /// Whether messages come with files, places or cards.
    public var bringsAttachments: Bool
    /// The most suggested answers that a reply can offer for tapping; 0 for none.
    public var quickReplies: Int
    /// Whether a reply can bring pictures or files.
    public var sendsMedia: Bool
    /// Whether a reply can be given another text after it has left.
    public var editsReplies: Bool
    /// Whether it knows templates, which may be sent when the window is closed.
    public var sendsTemplates: Bool
    /// Whether a public comment can be answered in private.
    public var repliesPrivately: Bool
    /// How long a reply is allowed that a person declares to write; nil where that makes no difference.
    public var humanAgentWindow: Span?
    /// Whether the network lets us show that we are typing.
    public var showsTyping: Bool
    /// Whether sending the same outbox id twice yields one message. If not, an unknown outcome is never retried blindly.
    public var sendsIdempotently: Bool

    /// What a network allows.
    public init(
        kinds: Set<MessageKind>,
        textLimit: TextLimit? = nil,
        replyWindow: Span? = nil,
        canReply: Bool = true,
        reportsEdits: Bool = false,
        reportsDeletes: Bool = false,
        reportsDelivery: Bool = false,
        sendsIdempotently: Bool = false,
        bringsAttachments: Bool = false,
        quickReplies: Int = 0,
        sendsMedia: Bool = false,
        editsReplies: Bool = false,
        sendsTemplates: Bool = false,
        repliesPrivately: Bool = false,
        humanAgentWindow: Span? = nil,
        showsTyping: Bool = false
    ) {
        self.kinds = kinds
        self.textLimit = textLimit
        self.replyWindow = replyWindow
        self.canReply = canReply
        self.reportsEdits = reportsEdits
        self.reportsDeletes = reportsDeletes
        self.reportsDelivery = reportsDelivery
        self.sendsIdempotently = sendsIdempotently
        self.bringsAttachments = bringsAttachments
        self.quickReplies = quickReplies
        self.sendsMedia = sendsMedia
        self.editsReplies = editsReplies
        self.sendsTemplates = sendsTemplates
        self.repliesPrivately = repliesPrivately
        self.humanAgentWindow = humanAgentWindow
        self.showsTyping = showsTyping
    }
}
