/// One fact in the append-only log: what, when, who, before, after.
public struct Event: Sendable, Hashable {
    /// The event's number: the position in the log, rising; readers resume after it.
    public struct ID: RawRepresentable, Sendable, Hashable, Comparable, Codable {
        /// The number itself.
        public var rawValue: Int64
        /// An event's number.
        public init(rawValue: Int64) { self.rawValue = rawValue }
        /// Orders two values.
        public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
    }

    /// What happened.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case messageReceived = "message.received"
        case messageEdited = "message.edited"
        case messageDeleted = "message.deleted"
        case messageReaction = "message.reaction"
        case replyQueued = "reply.queued"
        case replySent = "reply.sent"
        case replyFailed = "reply.failed"
        case replyEchoed = "reply.echoed"
        case replyStatus = "reply.status"
        case replyWithdrawn = "reply.withdrawn"
        case editQueued = "edit.queued"
        case editFailed = "edit.failed"
        case noteAdded = "note.added"
        case conversationOpened = "conversation.opened"
        case conversationState = "conversation.state"
        case conversationRouted = "conversation.routed"
        case conversationAssigned = "conversation.assigned"
        case conversationTagged = "conversation.tagged"
        case conversationMuted = "conversation.muted"
        case conversationMarked = "conversation.marked"
        case conversationMerged = "conversation.merged"
        case contactBlocked = "contact.blocked"
        case clockStarted = "clock.started"
        case clockPaused = "clock.paused"
        case clockResumed = "clock.resumed"
        case clockMet = "clock.met"
        case clockBreached = "clock.breached"
        case clockCancelled = "clock.cancelled"
        case clockRetargeted = "clock.retargeted"
        case alertQueued = "alert.queued"
        case alertSent = "alert.sent"
        case alertFailed = "alert.failed"
        case alertAcknowledged = "alert.acknowledged"
        case alertRearmed = "alert.rearmed"
        case silenceAdded = "silence.added"
        case silenceEnded = "silence.ended"
        case channelHealth = "channel.health"
        case deliveryUndecoded = "delivery.undecoded"
        case tokenCreated = "token.created"
        case tokenRevoked = "token.revoked"
        case configurationChanged = "configuration.changed"
    }

    /// Who did it.
    public enum Actor: Sendable, Hashable, CustomStringConvertible {
        /// The customer.
        case contact
        /// An agent, by name.
        case agent(String)
        /// A program of ours that answers, by name.
        case bot(String)
        /// One of us in the network's own app.
        case networkApp
        /// Hark itself: a rule, a policy, a clock.
        case hark

        private static let botMark = "bot:"

        /// The actor as text: `contact`, `@name`, `bot:name`, `app`, `hark`.
        public var description: String {
            switch self {
            case .contact: "contact"
            case .agent(let name): "@" + name
            case .bot(let name): Self.botMark + name
            case .networkApp: "app"
            case .hark: "hark"
            }
        }

        /// Reads ``description`` back.
        public init(_ text: String) {
            switch text {
            case "contact": self = .contact
            case "app": self = .networkApp
            case "hark": self = .hark
            case _ where text.hasPrefix(Self.botMark): self = .bot(String(text.dropFirst(Self.botMark.count)))
            default: self = .agent(text.hasPrefix("@") ? String(text.dropFirst()) : text)
            }
        }
    }

    /// The event's number; given by the store.
    public var id: ID?
    /// When it happened.
    public var at: Instant
    /// What happened.
    public var kind: Kind
    /// The conversation it happened to.
    public var conversation: Conversation.ID?
    /// Who did it.
    public var actor: Actor
    /// The particulars, by names that only grow: `before`, `after`, `message`, `rule`, `clock`, `due`.
    public var data: [String: String]

    /// One fact.
    public init(
        id: ID? = nil,
        at: Instant,
        kind: Kind,
        conversation: Conversation.ID?,
        actor: Actor,
        data: [String: String] = [:]
    ) {
        self.id = id
        self.at = at
        self.kind = kind
        self.conversation = conversation
        self.actor = actor
        self.data = data
    }
}
