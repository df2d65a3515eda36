/// Keeps everything. The engine behind it is nobody else's business.
///
/// All writes go through ``write(_:)``. Concurrent writes may share one commit (group commit), yet each is atomic: its own
/// failure undoes only its own changes. ``write(_:)`` returns after the commit is durable, never before. Reads see only
/// committed data. Every method throws ``Failure`` with code `storage` when the engine fails.
public protocol Store: Sendable {
    /// Runs a decision inside a transaction and returns its result once the commit is durable.
    ///
    /// The closure runs on the store's writer: it must not block on anything but the ledger.
    func write<Result: Sendable>(_ work: @escaping @Sendable (any Ledger) throws -> Result) async throws -> Result

    /// A page of conversations that match, worst first (earliest ``Conversation/dueAt``, then urgency, then age), after the
    /// given position. Conversations without a deadline come last.
    func conversations(
        matching query: Query,
        after position: InboxPosition?,
        limit: Int,
        now: Instant
    ) async throws -> [Conversation]

    /// One conversation with everything that belongs to it; nil when there is none.
    func file(of conversation: Conversation.ID) async throws -> ConversationFile?

    /// Deliveries with a lower id than `before`, newest first.
    func deliveries(undecodedOnly: Bool, before: Int64?, limit: Int) async throws -> [Delivery]

    /// One delivery; nil when there is none.
    func delivery(_ id: Int64) async throws -> Delivery?

    /// Events after a position, oldest first.
    func events(after: Int64, limit: Int) async throws -> [Event]

    /// The position of the newest event; 0 when there is none.
    func lastEvent() async throws -> Int64

    /// A feed's cursor.
    func cursor(channel: Channel.ID, feed: String) async throws -> String?

    /// What is known of the channels' health, by channel.
    func health() async throws -> [Channel.ID: ChannelHealthRecord]

    /// The earliest instant at which a clock or a snooze wakes; nil when none does.
    func nextWake() async throws -> Instant?

    /// The earliest instant at which something in the outbox may leave; nil when nothing waits.
    func nextDeparture() async throws -> Instant?

    /// The key with this hash, unless it is revoked.
    func token(hash: [UInt8]) async throws -> TokenSummary?

    /// All keys, oldest first.
    func tokens() async throws -> [TokenSummary]

    /// Figures for `/metrics`.
    func counts() async throws -> StoreCounts
}

/// Where a page of the inbox ended.
public struct InboxPosition: Sendable, Hashable {
    /// The last row's deadline.
    public var dueAt: Instant?
    /// The last row's urgency score.
    public var urgency: Int
    /// When the last row's conversation began.
    public var createdAt: Instant
    /// The last row's id.
    public var id: Conversation.ID

    /// The position of a conversation.
    public init(_ conversation: Conversation) {
        dueAt = conversation.dueAt
        urgency = conversation.urgency.score
        createdAt = conversation.createdAt
        id = conversation.id
    }

    /// A position from its parts.
    public init(dueAt: Instant?, urgency: Int, createdAt: Instant, id: Conversation.ID) {
        self.dueAt = dueAt
        self.urgency = urgency
        self.createdAt = createdAt
        self.id = id
    }
}

/// One conversation with everything that belongs to it.
public struct ConversationFile: Sendable, Hashable {
    /// The row.
    public var conversation: Conversation
    /// The customer.
    public var contact: Contact?
    /// Messages, oldest first.
    public var messages: [Message]
    /// Earlier texts, oldest first.
    public var revisions: [Revision]
    /// Triage and routing by message, oldest first.
    public var triage: [Filing.TriageRecord]
    /// Clocks, oldest first.
    public var clocks: [Clock]
    /// Events, oldest first.
    public var events: [Event]

    /// One conversation with everything that belongs to it.
    public init(
        conversation: Conversation,
        contact: Contact?,
        messages: [Message],
        revisions: [Revision],
        triage: [Filing.TriageRecord],
        clocks: [Clock],
        events: [Event]
    ) {
        self.conversation = conversation
        self.contact = contact
        self.messages = messages
        self.revisions = revisions
        self.triage = triage
        self.clocks = clocks
        self.events = events
    }
}

/// What the store knows of a channel's health.
public struct ChannelHealthRecord: Sendable, Hashable {
    /// Whether it works.
    public var state: ChannelHealth.State
    /// Why it does not.
    public var reason: String?
    /// Since when it is in this state.
    public var since: Instant
    /// When something last arrived.
    public var lastDeliveryAt: Instant?
    /// When a call last succeeded.
    public var lastSuccessAt: Instant?
    /// How many deliveries wait undecoded.
    public var undecoded: Int

    /// What the store knows of a channel's health.
    public init(
        state: ChannelHealth.State,
        reason: String? = nil,
        since: Instant,
        lastDeliveryAt: Instant? = nil,
        lastSuccessAt: Instant? = nil,
        undecoded: Int = 0
    ) {
        self.state = state
        self.reason = reason
        self.since = since
        self.lastDeliveryAt = lastDeliveryAt
        self.lastSuccessAt = lastSuccessAt
        self.undecoded = undecoded
    }
}

/// Figures of the store, for `/metrics`.
public struct StoreCounts: Sendable, Hashable {
    /// Messages that came in.
    public var messages: Int64
    /// Conversations by state.
    public var conversations: [Conversation.State: Int64]
    /// Deliveries that wait undecoded.
    public var undecoded: Int64
    /// Items in the outbox by state.
    public var outbox: [OutboxItem.State: Int64]
    /// Breaches by metric.
    public var breaches: [Clock.Metric: Int64]
    /// When the oldest waiting outbox item was decided.
    public var oldestQueuedAt: Instant?

    /// Figures of the store.
    public init(
        messages: Int64 = 0,
        conversations: [Conversation.State: Int64] = [:],
        undecoded: Int64 = 0,
        outbox: [OutboxItem.State: Int64] = [:],
        breaches: [Clock.Metric: Int64] = [:],
        oldestQueuedAt: Instant? = nil
    ) {
        self.messages = messages
        self.conversations = conversations
        self.undecoded = undecoded
        self.outbox = outbox
        self.breaches = breaches
        self.oldestQueuedAt = oldestQueuedAt
    }
}

/// The store inside a transaction: looks things up, reserves ids, applies filings. Valid only during the closure.
public protocol Ledger {
    /// A number for a new conversation, never given before.
    func reserveConversation() throws -> Conversation.ID
    /// A number for a new message, never given before.
    func reserveMessage() throws -> Message.ID
    /// A number for a new contact, never given before.
    func reserveContact() throws -> Contact.ID
    /// A number for a new clock, never given before.
    func reserveClock() throws -> Clock.ID
    /// A number for a new outbox item, never given before.
    func reserveOutboxItem() throws -> OutboxItem.ID
    /// A number for a new delivery, never given before.
    func reserveDelivery() throws -> Int64

    /// The message with a network's id on a channel.
    func message(channel: Channel.ID, networkID: String) throws -> Message?
    /// A message by its number.
    func message(_ id: Message.ID) throws -> Message?
    /// Our messages to a contact on a channel, sent up to an instant and not yet in the given state.
    func outbound(channel: Channel.ID, recipient: String, until: Instant, below: DeliveryReport.State) throws
        -> [Message]
    /// Our messages in a conversation that have not got the network's id yet, oldest first.
    func awaitingReceipt(in conversation: Conversation.ID) throws -> [Message]
    /// The newest inbound message of a conversation.
    func newestInbound(of conversation: Conversation.ID) throws -> Message?
    /// A conversation by its number.
    func conversation(_ id: Conversation.ID) throws -> Conversation?
    /// A conversation by what joins messages to it.
    func conversation(channel: Channel.ID, key: ConversationKey) throws -> Conversation?
    /// The contact with an account on a channel, by the account's id or an alias.
    func contact(channel: Channel.ID, account: Author) throws -> Contact?
    /// A contact by number.
    func contact(_ id: Contact.ID) throws -> Contact?
    /// The clocks of a conversation that are running or paused.
    func activeClocks(of conversation: Conversation.ID) throws -> [Clock]
    /// Whether a first-response clock of the conversation ever ran.
    func hasHadClock(_ metric: Clock.Metric, conversation: Conversation.ID) throws -> Bool

    /// Makes the changes.
    func apply(_ filing: Filing) throws

    /// Keeps a raw delivery under its reserved number.
    func keep(_ delivery: Delivery) throws
    /// Changes what a delivery's state says after it was taken in again.
    func update(delivery: Int64, state: Delivery.State, error: String?, items: Int) throws
    /// Whether the same bytes on the same surface already wait undecoded: a page polled again is kept once.
    func isAlreadyUndecoded(_ delivery: Delivery) throws -> Bool
    /// Stores a feed's cursor.
    func setCursor(channel: Channel.ID, feed: String, cursor: String) throws
    /// Stores a channel's health.
    func setHealth(channel: Channel.ID, state: ChannelHealth.State, reason: String?, at: Instant) throws
    /// Notes that something arrived on a channel.
    func noteDelivery(channel: Channel.ID, at: Instant) throws
    /// What is known of a channel's health.
    func health(of channel: Channel.ID) throws -> ChannelHealthRecord?

    /// Clocks that wake at or before an instant, earliest first.
    func clocks(wakingBy now: Instant, limit: Int) throws -> [Clock]
    /// Conversations whose snooze ends at or before an instant.
    func snoozes(endingBy now: Instant, limit: Int) throws -> [Conversation]

    /// Leases up to `limit` outbox items that may leave now, so that nobody else takes them before `leaseUntil`. An item whose
    /// earlier lease ran out unsettled comes with ``OutboxItem/wasInterrupted`` set.
    func lease(now: Instant, until leaseUntil: Instant, limit: Int) throws -> [OutboxItem]
    /// An outbox item by its unique key.
    func outboxItem(key: String) throws -> OutboxItem?
    /// Stores what became of an attempt: state, attempts, next attempt, error; ends the lease.
    func settle(_ item: OutboxItem) throws

    /// Keeps a key's hash and returns its number.
    func insertToken(name: String, role: Role, hash: [UInt8], at: Instant) throws -> TokenSummary
    /// Ends a key; nil when there is none.
    func revokeToken(_ id: Int64, at: Instant) throws -> TokenSummary?
    /// Notes that a key was used.
    func touchToken(_ id: Int64, at: Instant) throws
}
