/// Keeps everything. The engine behind it is nobody else's business.
///
/// All writes go through ``write(_:)``. Concurrent writes may share one commit (group commit), yet each is atomic: its own
/// failure undoes only its own changes. ``write(_:)`` returns after the commit is durable, never before. Reads see only
/// committed data. Every method throws ``Failure`` with code `storage` when the engine fails.
public protocol Store: AlertsStore, ServiceLevelStore {
    /// What customers said from an instant on, and the promises that began since.
    func reportFacts(since: Instant, until: Instant) async throws -> ReportFacts

    /// Runs a decision inside a transaction and returns its result once the commit is durable.
    ///
    /// The closure runs on the store's writer: it must not block on anything but the ledger, and must change nothing else,
    /// because it may run twice before it is durable once.
    func write<Result: Sendable>(_ work: @escaping @Sendable (any Ledger) throws -> Result) async throws -> Result

    /// A page of conversations that match, in the search's order, after the given position. Worst first means the earliest
    /// ``Conversation/dueAt``, then urgency, then age; conversations without a deadline come last.
    func conversations(
        matching search: Search,
        after position: InboxPosition?,
        limit: Int,
        now: Instant
    ) async throws -> [Conversation]

    /// Acts with a lower number than `before`, newest first.
    func acts(before: Int64?, limit: Int) async throws -> [Act]

    /// An agent's saved views and those that others share, by name.
    func views(of agent: String) async throws -> [SavedView]

    /// A contact with the person's conversations, newest first; nil when there is none.
    func contact(_ id: Contact.ID, limit: Int) async throws -> (contact: Contact, conversations: [Conversation])?

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

extension Store {
    /// A page of conversations that match, worst first.
    public func conversations(
        matching query: Query,
        after position: InboxPosition?,
        limit: Int,
        now: Instant
    ) async throws -> [Conversation] {
        try await conversations(matching: Search(query: query), after: position, limit: limit, now: now)
    }
}
