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
        sendsIdempotently: Bool = false
    ) {
        self.kinds = kinds
        self.textLimit = textLimit
        self.replyWindow = replyWindow
        self.canReply = canReply
        self.reportsEdits = reportsEdits
        self.reportsDeletes = reportsDeletes
        self.reportsDelivery = reportsDelivery
        self.sendsIdempotently = sendsIdempotently
    }
}
