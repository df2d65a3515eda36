import HarkCore

/// A store whose disk is full.
struct BrokenStore: Store {
    static let failure = Failure(.storage, "the disk is full")

    func write<Result: Sendable>(_ work: @escaping @Sendable (any Ledger) throws -> Result) async throws -> Result {
        throw Self.failure
    }

    func conversations(matching search: Search, after position: InboxPosition?, limit: Int, now: Instant) async throws
        -> [Conversation]
    { throw Self.failure }

    func acts(before: Int64?, limit: Int) async throws -> [Act] { throw Self.failure }
    func views(of agent: String) async throws -> [SavedView] { throw Self.failure }
    func contact(_ id: Contact.ID, limit: Int) async throws -> (contact: Contact, conversations: [Conversation])? {
        throw Self.failure
    }
    func file(of conversation: Conversation.ID) async throws -> ConversationFile? { throw Self.failure }

    func deliveries(undecodedOnly: Bool, before: Int64?, limit: Int) async throws -> [Delivery] { throw Self.failure }

    func delivery(_ id: Int64) async throws -> Delivery? { throw Self.failure }
    func events(after: Int64, limit: Int) async throws -> [Event] { throw Self.failure }
    func lastEvent() async throws -> Int64 { throw Self.failure }
    func cursor(channel: Channel.ID, feed: String) async throws -> String? { throw Self.failure }
    func health() async throws -> [Channel.ID: ChannelHealthRecord] { throw Self.failure }
    func setting(_ name: String) async throws -> String? { throw Self.failure }
    func openCases(after: Conversation.ID, limit: Int) async throws -> [OpenCase] { throw Self.failure }
    func deadlines(until: Instant, limit: Int) async throws -> [Deadline] { throw Self.failure }
    func reportFacts(since: Instant, until: Instant) async throws -> ReportFacts { throw Self.failure }
    func nextWake() async throws -> Instant? { throw Self.failure }
    func nextDeparture() async throws -> Instant? { throw Self.failure }
    func token(hash: [UInt8]) async throws -> TokenSummary? { throw Self.failure }
    func tokens() async throws -> [TokenSummary] { throw Self.failure }
    func counts() async throws -> StoreCounts { throw Self.failure }
}
