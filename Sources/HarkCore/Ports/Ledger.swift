/// The store inside a transaction: looks things up, reserves ids, applies filings. Valid only during the closure.
public protocol Ledger: ActsLedger, ViewsLedger {
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
    /// What an answer to a message must carry, as its connector asked; empty for most.
    func replyContext(of message: Message.ID) throws -> [String: String]
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
