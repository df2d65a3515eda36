/// What one delivery's item or one command changes. Decided by pure functions, applied by ``Ledger/apply(_:)``, inside one
/// transaction. Rows carry their final ids, reserved from the ledger beforehand.
public struct Filing: Sendable, Hashable {
    /// People seen, as they are now (inserted or updated).
    public var contacts: [Contact] = []
    /// Closed conversations whose key leads to a new one from now on.
    public var succeeded: [Conversation.ID] = []
    /// Conversations as they are now (inserted or updated).
    public var conversations: [Conversation] = []
    /// New messages.
    public var messages: [Message] = []
    /// Messages whose row changed: edited, deleted, sent.
    public var changedMessages: [Message] = []
    /// Earlier texts to keep.
    public var revisions: [Revision] = []
    /// What the model made of messages.
    public var triage: [TriageRecord] = []
    /// Clocks as they are now (inserted or updated).
    public var clocks: [Clock] = []
    /// Facts for the log, in order.
    public var events: [Event] = []
    /// What must leave.
    public var outbox: [OutboxItem] = []
    /// What answers to new messages must carry, by message.
    public var replyContexts: [Message.ID: [String: String]] = [:]
    /// Whose alerts rest because somebody took care.
    public var stops: [AlertStop] = []

    /// Nothing changes.
    public init() {}

    /// A message's triage and the routing it led to.
    public struct TriageRecord: Sendable, Hashable {
        /// The message judged.
        public var message: Message.ID
        /// The judgement.
        public var triage: Triage
        /// What the rules made of it.
        public var routing: RoutingDecision

        /// A message's triage and the routing it led to.
        public init(message: Message.ID, triage: Triage, routing: RoutingDecision) {
            self.message = message
            self.triage = triage
            self.routing = routing
        }
    }
}

extension Filing {
    /// Takes another filing's changes after its own.
    mutating func add(_ other: Filing) {
        contacts += other.contacts
        succeeded += other.succeeded
        conversations += other.conversations
        messages += other.messages
        changedMessages += other.changedMessages
        revisions += other.revisions
        triage += other.triage
        clocks += other.clocks
        events += other.events
        outbox += other.outbox
        replyContexts.merge(other.replyContexts) { $1 }
        stops += other.stops
    }

    /// Takes what the service level decided.
    mutating func add(_ changes: ClockChanges) {
        clocks += changes.clocks
        events += changes.events
    }
}
