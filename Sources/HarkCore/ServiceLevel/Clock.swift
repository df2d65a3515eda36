/// One running promise on one conversation.
public struct Clock: Sendable, Hashable, Codable {
    /// A clock's number.
    public struct ID: RawRepresentable, Sendable, Hashable, Codable {
        /// The number itself.
        public var rawValue: Int64
        /// A clock's number.
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    /// What is promised.
    public enum Metric: String, Sendable, Codable, CaseIterable {
        /// From the first customer message to our first public reply.
        case firstResponse = "first_response"
        /// From the oldest unanswered customer message to our next public reply.
        case nextResponse = "next_response"
        /// From the first message to the close.
        case resolution
    }

    /// Where the clock stands.
    public enum State: String, Sendable, Codable {
        case running, paused
        /// Fulfilled; `breachedAt` tells whether in time.
        case met
        /// Ended without a result: the policy changed, the conversation went away.
        case cancelled
    }

    /// The clock's number.
    public var id: ID
    /// The conversation it runs on.
    public var conversation: Conversation.ID
    /// What is promised.
    public var metric: Metric
    /// The policy that promised it.
    public var policy: String
    /// How long, by which hours.
    public var target: ServicePolicy.Target
    /// The team whose hours count.
    public var team: String
    /// Where the clock stands.
    public var state: State
    /// When it began: the instant the customer spoke.
    public var startedAt: Instant
    /// Counted time used up before `runningSince`.
    public var used: Span
    /// Since when it runs without a pause; nil while paused or ended.
    public var runningSince: Instant?
    /// When the target is used up; nil while paused. Kept after the end, for the record.
    public var dueAt: Instant?
    /// How many steps of the policy's ladder have been taken.
    public var escalated: Int
    /// The next instant at which something must happen (a step of the ladder, the breach); nil when nothing will.
    public var wakesAt: Instant?
    /// When the target was used up, if it was.
    public var breachedAt: Instant?
    /// When it was met or cancelled.
    public var endedAt: Instant?

    /// A clock.
    public init(
        id: ID,
        conversation: Conversation.ID,
        metric: Metric,
        policy: String,
        target: ServicePolicy.Target,
        team: String,
        state: State = .running,
        startedAt: Instant,
        used: Span = .zero,
        runningSince: Instant?,
        dueAt: Instant?,
        escalated: Int = 0,
        wakesAt: Instant? = nil,
        breachedAt: Instant? = nil,
        endedAt: Instant? = nil
    ) {
        self.id = id
        self.conversation = conversation
        self.metric = metric
        self.policy = policy
        self.target = target
        self.team = team
        self.state = state
        self.startedAt = startedAt
        self.used = used
        self.runningSince = runningSince
        self.dueAt = dueAt
        self.escalated = escalated
        self.wakesAt = wakesAt
        self.breachedAt = breachedAt
        self.endedAt = endedAt
    }
}
