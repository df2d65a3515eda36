/// Which conversations to list.
public struct InboxRequest: Sendable, Hashable, Codable {
    /// A query; empty means everything that is open.
    public var query: String
    /// How many, 1…200.
    public var limit: Int
    /// The `next` of the page before.
    public var cursor: String?

    /// Which conversations to list.
    public init(query: String = "", limit: Int = 50, cursor: String? = nil) {
        self.query = query
        self.limit = limit
        self.cursor = cursor
    }
}

/// A page of conversations.
public struct InboxPage: Sendable, Hashable, Codable {
    /// The conversations.
    public var data: [ConversationSummary]
    /// Pass it on to get the next page; nil on the last.
    public var next: String?

    /// A page of conversations.
    public init(data: [ConversationSummary], next: String?) {
        self.data = data
        self.next = next
    }
}

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
        case createdAt = "created_at"
        case lastMessageAt = "last_message_at"
        case version
    }
}

/// One conversation whole.
public struct ConversationDetail: Sendable, Hashable, Codable {
    /// The line of the inbox.
    public var conversation: ConversationSummary
    /// The customer's account.
    public var contact: Author?
    /// Everything said, oldest first.
    public var messages: [MessageView]
    /// Every clock, oldest first.
    public var clocks: [ClockView]
    /// What happened, oldest first.
    public var history: [EventView]
    /// When the network stops accepting a private reply; nil when it has no window.
    public var replyWindowEndsAt: Instant?

    /// One conversation whole.
    public init(
        conversation: ConversationSummary,
        contact: Author?,
        messages: [MessageView],
        clocks: [ClockView],
        history: [EventView],
        replyWindowEndsAt: Instant?
    ) {
        self.conversation = conversation
        self.contact = contact
        self.messages = messages
        self.clocks = clocks
        self.history = history
        self.replyWindowEndsAt = replyWindowEndsAt
    }

    private enum CodingKeys: String, CodingKey {
        case conversation
        case contact
        case messages
        case clocks
        case history
        case replyWindowEndsAt = "reply_window_ends_at"
    }
}

/// A message as it is shown.
public struct MessageView: Sendable, Hashable, Codable {
    /// The message's number.
    public var id: Int64
    /// The network's id.
    public var networkID: String
    /// Who is speaking to whom.
    public var direction: Message.Direction
    /// What sort it is.
    public var kind: MessageKind
    /// Whether only the participants can read it.
    public var isPrivate: Bool
    /// Who wrote it: the customer's handle, `@agent`, or `app`. Hostile text.
    public var author: String
    /// The text as it came. Hostile text.
    public var text: String
    /// Subject or title. Hostile text.
    public var subject: String?
    /// What came with it.
    public var attachments: [Attachment]
    /// Its public page.
    public var url: String?
    /// When it was said.
    public var sentAt: Instant
    /// When we took it in.
    public var receivedAt: Instant
    /// When its author changed it.
    public var editedAt: Instant?
    /// When its author took it back.
    public var deletedAt: Instant?
    /// What became of it.
    public var status: Message.Status
    /// Why it failed.
    public var statusReason: String?
    /// Its earlier texts, oldest first. Hostile text.
    public var revisions: [String]

    /// A message as it is shown.
    public init(_ message: Message, revisions: [String]) {
        id = message.id.rawValue
        networkID = message.networkID
        direction = message.direction
        kind = message.kind
        isPrivate = message.isPrivate
        author = message.agent.map { "@" + $0 } ?? message.author.map { $0.handle ?? $0.name ?? $0.id } ?? "unknown"
        text = message.text
        subject = message.subject
        attachments = message.attachments
        url = message.url
        sentAt = message.sentAt
        receivedAt = message.receivedAt
        editedAt = message.editedAt
        deletedAt = message.deletedAt
        status = message.status
        statusReason = message.statusReason
        self.revisions = revisions
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case networkID = "network_id"
        case direction
        case kind
        case isPrivate = "private"
        case author
        case text
        case subject
        case attachments
        case url
        case sentAt = "sent_at"
        case receivedAt = "received_at"
        case editedAt = "edited_at"
        case deletedAt = "deleted_at"
        case status
        case statusReason = "status_reason"
        case revisions
    }
}

/// A clock as it is shown.
public struct ClockView: Sendable, Hashable, Codable {
    /// What is promised.
    public var metric: Clock.Metric
    /// Where it stands.
    public var state: Clock.State
    /// The policy that promised it.
    public var policy: String
    /// The time allowed, in seconds.
    public var targetSeconds: Int64
    /// Which hours count.
    public var hours: ServicePolicy.Hours
    /// The team whose hours count.
    public var team: String
    /// When it began.
    public var startedAt: Instant
    /// When the target is used up; nil while paused.
    public var dueAt: Instant?
    /// When it was used up, if it was.
    public var breachedAt: Instant?
    /// When it ended.
    public var endedAt: Instant?

    /// A clock as it is shown.
    public init(_ clock: Clock) {
        metric = clock.metric
        state = clock.state
        policy = clock.policy
        targetSeconds = clock.target.span.milliseconds / 1000
        hours = clock.target.hours
        team = clock.team
        startedAt = clock.startedAt
        dueAt = clock.dueAt
        breachedAt = clock.breachedAt
        endedAt = clock.endedAt
    }

    private enum CodingKeys: String, CodingKey {
        case metric
        case state
        case policy
        case targetSeconds = "target_seconds"
        case hours
        case team
        case startedAt = "started_at"
        case dueAt = "due_at"
        case breachedAt = "breached_at"
        case endedAt = "ended_at"
    }
}

/// An event as it is shown.
public struct EventView: Sendable, Hashable, Codable {
    /// The position in the log.
    public var id: Int64
    /// When it happened.
    public var at: Instant
    /// What happened.
    public var kind: Event.Kind
    /// The conversation it happened to.
    public var conversation: Int64?
    /// Who did it: `contact`, `@name`, `app`, `hark`.
    public var actor: String
    /// The particulars.
    public var data: [String: String]

    /// An event as it is shown.
    public init(_ event: Event) {
        id = event.id?.rawValue ?? 0
        at = event.at
        kind = event.kind
        conversation = event.conversation?.rawValue
        actor = event.actor.description
        data = event.data
    }
}

/// Why a conversation is judged, routed and timed as it is.
public struct Explanation: Sendable, Hashable, Codable {
    /// The line of the inbox.
    public var conversation: ConversationSummary
    /// Each judged message, oldest first.
    public var messages: [JudgedMessage]
    /// Every clock with its policy.
    public var clocks: [ClockView]

    /// A message with its triage and routing.
    public struct JudgedMessage: Sendable, Hashable, Codable {
        /// The message's number.
        public var id: Int64
        /// The text the evidence points into. Hostile text.
        public var text: String
        /// The judgement with its evidence.
        public var triage: Triage
        /// What the rules made of it.
        public var routing: RoutingDecision

        /// A message with its triage and routing.
        public init(id: Int64, text: String, triage: Triage, routing: RoutingDecision) {
            self.id = id
            self.text = text
            self.triage = triage
            self.routing = routing
        }
    }

    /// Why a conversation is as it is.
    public init(conversation: ConversationSummary, messages: [JudgedMessage], clocks: [ClockView]) {
        self.conversation = conversation
        self.messages = messages
        self.clocks = clocks
    }
}

/// A reply to write.
public struct ReplyCommand: Sendable, Hashable, Codable {
    /// The text.
    public var text: String
    /// The state afterwards: pending unless said otherwise.
    public var then: Conversation.State
    /// Makes a repeated request harmless: the same key sends once.
    public var idempotencyKey: String?

    /// A reply to write.
    public init(text: String, then: Conversation.State = .pending, idempotencyKey: String? = nil) {
        self.text = text
        self.then = then
        self.idempotencyKey = idempotencyKey
    }

    private enum CodingKeys: String, CodingKey {
        case text
        case then
        case idempotencyKey = "idempotency_key"
    }
}

/// A change of owner, team, tags or state; nil leaves a field as it is.
public struct ConversationChange: Sendable, Hashable, Codable {
    /// The new owner; the empty string takes the owner away.
    public var assignee: String?
    /// The new team.
    public var team: String?
    /// Tags to add.
    public var addTags: [String]?
    /// Tags to take away.
    public var removeTags: [String]?
    /// The new state; snoozed needs `snoozedUntil`.
    public var state: Conversation.State?
    /// When a snooze ends.
    public var snoozedUntil: Instant?

    /// A change.
    public init(
        assignee: String? = nil,
        team: String? = nil,
        addTags: [String]? = nil,
        removeTags: [String]? = nil,
        state: Conversation.State? = nil,
        snoozedUntil: Instant? = nil
    ) {
        self.assignee = assignee
        self.team = team
        self.addTags = addTags
        self.removeTags = removeTags
        self.state = state
        self.snoozedUntil = snoozedUntil
    }

    private enum CodingKeys: String, CodingKey {
        case assignee
        case team
        case addTags = "add_tags"
        case removeTags = "remove_tags"
        case state
        case snoozedUntil = "snoozed_until"
    }
}

/// A connection and how it fares.
public struct ChannelHealth: Sendable, Hashable, Codable {
    /// Whether it works.
    public enum State: String, Sendable, Codable {
        /// Nothing has happened yet.
        case unknown
        /// The last call or delivery worked.
        case healthy
        /// It failed and is being tried again.
        case failing
        /// It will not work again without a person.
        case unhealthy
    }

    /// The channel's name.
    public var id: String
    /// The network's name.
    public var network: String
    /// Our account there.
    public var account: String
    /// `poll`, `webhook`.
    public var mode: String
    /// Whether it works.
    public var state: State
    /// Why it does not, and what to do.
    public var reason: String?
    /// Since when it is in this state.
    public var since: Instant?
    /// When something last arrived.
    public var lastDeliveryAt: Instant?
    /// When a call last succeeded.
    public var lastSuccessAt: Instant?
    /// When it will be polled next.
    public var nextPollAt: Instant?
    /// How many deliveries wait undecoded.
    public var undecoded: Int

    /// A connection and how it fares.
    public init(
        id: String,
        network: String,
        account: String,
        mode: String,
        state: State = .unknown,
        reason: String? = nil,
        since: Instant? = nil,
        lastDeliveryAt: Instant? = nil,
        lastSuccessAt: Instant? = nil,
        nextPollAt: Instant? = nil,
        undecoded: Int = 0
    ) {
        self.id = id
        self.network = network
        self.account = account
        self.mode = mode
        self.state = state
        self.reason = reason
        self.since = since
        self.lastDeliveryAt = lastDeliveryAt
        self.lastSuccessAt = lastSuccessAt
        self.nextPollAt = nextPollAt
        self.undecoded = undecoded
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case network
        case account
        case mode
        case state
        case reason
        case since
        case lastDeliveryAt = "last_delivery_at"
        case lastSuccessAt = "last_success_at"
        case nextPollAt = "next_poll_at"
        case undecoded
    }
}

/// What one real call said about a channel.
public struct ChannelCheck: Sendable, Hashable, Codable {
    /// The channel's name.
    public var id: String
    /// Whether the call worked.
    public var ok: Bool
    /// Who we are there, or what is wrong and what to do.
    public var detail: String

    /// What one real call said about a channel.
    public init(id: String, ok: Bool, detail: String) {
        self.id = id
        self.ok = ok
        self.detail = detail
    }
}

/// Which deliveries to list.
public struct DeliveriesRequest: Sendable, Hashable, Codable {
    /// Only those that could not be read.
    public var undecodedOnly: Bool
    /// How many, 1…200.
    public var limit: Int
    /// The `next` of the page before.
    public var cursor: String?

    /// Which deliveries to list.
    public init(undecodedOnly: Bool = false, limit: Int = 50, cursor: String? = nil) {
        self.undecodedOnly = undecodedOnly
        self.limit = limit
        self.cursor = cursor
    }

    private enum CodingKeys: String, CodingKey {
        case undecodedOnly = "undecoded_only"
        case limit
        case cursor
    }
}

/// A page of deliveries.
public struct DeliveriesPage: Sendable, Hashable, Codable {
    /// The deliveries, newest first.
    public var data: [DeliveryView]
    /// Pass it on to get the next page; nil on the last.
    public var next: String?

    /// A page of deliveries.
    public init(data: [DeliveryView], next: String?) {
        self.data = data
        self.next = next
    }
}

/// A raw delivery as it is shown.
public struct DeliveryView: Sendable, Hashable, Codable {
    /// The delivery's number.
    public var id: Int64
    /// The channel or endpoint it came over.
    public var channel: String
    /// `webhook`, or the polled feed's name.
    public var surface: String
    /// When it arrived.
    public var receivedAt: Instant
    /// Whether it could be read.
    public var state: Delivery.State
    /// Why not.
    public var error: String?
    /// How many messages came of it.
    public var items: Int
    /// Size of the body in bytes.
    public var bytes: Int

    /// A raw delivery as it is shown.
    public init(_ delivery: Delivery) {
        id = delivery.id
        channel = delivery.channel.rawValue
        surface = delivery.surface
        receivedAt = delivery.receivedAt
        state = delivery.state
        error = delivery.error
        items = delivery.items
        bytes = delivery.body.count
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case channel
        case surface
        case receivedAt = "received_at"
        case state
        case error
        case items
        case bytes
    }
}

/// What came of taking a delivery in again.
public struct DeliveryRetry: Sendable, Hashable, Codable {
    /// The delivery's number.
    public var id: Int64
    /// Whether it could be read this time.
    public var ok: Bool
    /// How many messages came of it.
    public var items: Int
    /// Why not.
    public var error: String?

    /// What came of taking a delivery in again.
    public init(id: Int64, ok: Bool, items: Int, error: String?) {
        self.id = id
        self.ok = ok
        self.items = items
        self.error = error
    }
}

/// What a key may do.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
    /// Reads and answers.
    case agent
    /// Also takes deliveries in again and checks channels.
    case lead
    /// Also makes and ends keys.
    case admin

    /// Orders two values.
    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }
    private var rank: Int {
        switch self {
        case .agent: 0
        case .lead: 1
        case .admin: 2
        }
    }
}

/// A key to make.
public struct TokenCommand: Sendable, Hashable, Codable {
    /// The agent's or program's name; commands carried out with the key are theirs.
    public var name: String
    /// What it may do.
    public var role: Role

    /// A key to make.
    public init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}

/// A key as it is listed: never its text.
public struct TokenSummary: Sendable, Hashable, Codable {
    /// The key's number.
    public var id: Int64
    /// Whose it is.
    public var name: String
    /// What it may do.
    public var role: Role
    /// When it was made.
    public var createdAt: Instant
    /// When it was last used, to the minute.
    public var lastUsedAt: Instant?
    /// When it was ended.
    public var revokedAt: Instant?

    /// A key as it is listed.
    public init(
        id: Int64,
        name: String,
        role: Role,
        createdAt: Instant,
        lastUsedAt: Instant? = nil,
        revokedAt: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case role
        case createdAt = "created_at"
        case lastUsedAt = "last_used_at"
        case revokedAt = "revoked_at"
    }
}

/// A new key with its text, shown once.
public struct CreatedToken: Sendable, Hashable, Codable {
    /// The key as it is listed.
    public var summary: TokenSummary
    /// The key's text.
    public var token: String

    /// A new key.
    public init(summary: TokenSummary, token: String) {
        self.summary = summary
        self.token = token
    }
}
