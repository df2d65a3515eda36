/// What clocks ask of a transaction.
public protocol ServiceLevelLedger {
    /// A value the service keeps for itself.
    func setting(_ name: String) throws -> String?
    /// Keeps a value.
    func set(_ name: String, to value: String) throws
    /// The newest clock of a metric, whatever its state.
    func newestClock(_ metric: Clock.Metric, of conversation: Conversation.ID) throws -> Clock?
    /// Conversations after a number that have clocks running or paused, in order.
    func openCases(after: Conversation.ID, limit: Int) throws -> [OpenCase]
}

/// What clocks ask of the store.
public protocol ServiceLevelStore: Sendable {
    /// A value the service keeps for itself.
    func setting(_ name: String) async throws -> String?
    /// Conversations after a number that have clocks running or paused, in order.
    func openCases(after: Conversation.ID, limit: Int) async throws -> [OpenCase]
    /// Running clocks that are due until an instant, earliest first, each with its conversation.
    func deadlines(until: Instant, limit: Int) async throws -> [Deadline]
}

/// A conversation whose clocks have not ended, with what a policy's condition looks at.
public struct OpenCase: Sendable, Hashable {
    /// The conversation, its customer and what they said last.
    public var subject: QuerySubject
    /// The clocks that are running or paused.
    public var clocks: [Clock]

    /// A conversation whose clocks have not ended.
    public init(subject: QuerySubject, clocks: [Clock]) {
        self.subject = subject
        self.clocks = clocks
    }
}

/// A running clock with its conversation.
public struct Deadline: Sendable, Hashable {
    /// The clock.
    public var clock: Clock
    /// The conversation it runs on.
    public var conversation: Conversation

    /// A running clock with its conversation.
    public init(clock: Clock, conversation: Conversation) {
        self.clock = clock
        self.conversation = conversation
    }
}

extension Ledger {
    /// What a policy's condition looks at when nobody has just written: the customer's newest message.
    func subject(of conversation: Conversation) throws -> QuerySubject {
        let newest = try newestInbound(of: conversation.id)
        return QuerySubject(
            conversation: conversation,
            author: newest?.author,
            texts: newest.map { [[$0.subject, $0.text].compactMap(\.self).joined(separator: "\n")] } ?? []
        )
    }
}
