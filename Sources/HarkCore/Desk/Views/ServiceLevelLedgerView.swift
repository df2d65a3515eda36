/// A conversation's clocks, line by line.
public struct ServiceLevelLedgerView: Sendable, Hashable, Codable {
    /// One clock: an instance of a promise.
    public struct Instance: Sendable, Hashable, Codable {
        /// The instance's number; its events carry it as `clock`.
        public var id: Int64
        /// The clock as it is shown elsewhere.
        public var clock: ClockView
        /// Open seconds used up until now.
        public var usedSeconds: Int64
        /// What happened, in order.
        public var lines: [Line]

        private enum CodingKeys: String, CodingKey {
            case id
            case clock
            case usedSeconds = "used_seconds"
            case lines
        }
    }

    /// One line of the ledger.
    public struct Line: Sendable, Hashable, Codable {
        /// What the line is about.
        public enum Kind: String, Sendable, Codable {
            case started, counted, skipped, paused, resumed, moved, due, breached, met, cancelled
        }

        /// When it happened, or began.
        public var at: Instant
        /// When it ended, for what takes time.
        public var until: Instant?
        /// What the line is about.
        public var kind: Kind
        /// Seconds counted on the line.
        public var seconds: Int64?
        /// Who did it: `@name`, `contact`, `app`, `hark`.
        public var actor: String?
        /// More, in words.
        public var detail: String?
        /// The event in the log, for what is one.
        public var event: Int64?
    }

    /// The conversation.
    public var conversation: Conversation.ID
    /// The team whose hours count, with its zone.
    public var zone: String
    /// The clocks, oldest first.
    public var clocks: [Instance]
    /// What nobody promised and reports count; absent from an older server.
    public var waits: [WaitingTime]?

    private enum CodingKeys: String, CodingKey {
        case conversation
        case zone
        case clocks
        case waits
    }
}
