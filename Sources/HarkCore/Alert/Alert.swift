/// Something a person must know now, from the first mail about it until it is over.
///
/// A clock, a channel, a queue has at most one open alert; it climbs the ladder, is acknowledged, is told again.
public struct Alert: Sendable, Hashable {
    /// An alert's number, which `hark ack` takes.
    public struct ID: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
        /// The number itself.
        public var rawValue: Int64
        /// An alert's number.
        public init(rawValue: Int64) { self.rawValue = rawValue }
        /// The value as text.
        public var description: String { String(rawValue) }
    }

    /// What it is about.
    public enum Cause: String, Sendable, Codable, CaseIterable {
        /// A promise is about to be broken, or is.
        case promise
        /// A channel works no more until a person mends it: its token has expired.
        case channelUnhealthy = "channel_unhealthy"
        /// Nothing has come in for longer than the channel's rhythm explains.
        case channelSilent = "channel_silent"
        /// Conversations wait and nobody has taken them.
        case queueUnattended = "queue_unattended"
        /// Far more is said than at this hour of other weeks.
        case spike
    }

    /// How far it has come.
    public enum Reason: String, Sendable, Codable {
        /// Something will go wrong.
        case warning
        /// It has gone wrong.
        case breach
    }

    /// Somebody has taken care of it, for a time.
    public struct Stop: Sendable, Hashable {
        /// How that showed.
        public var kind: Escalation.Stop
        /// Who it was.
        public var by: String
        /// When.
        public var at: Instant
        /// From when on the ladder is armed again.
        public var until: Instant

        /// Somebody has taken care of it.
        public init(kind: Escalation.Stop, by: String, at: Instant, until: Instant) {
            self.kind = kind
            self.by = by
            self.at = at
            self.until = until
        }
    }

    /// The alert's number.
    public var id: ID
    /// What there is one open alert of: `clock:12`, `channel:shop`, `queue:care`.
    public var key: String
    /// What it is about.
    public var cause: Cause
    /// The team that is told.
    public var team: String
    /// The conversation, if it is about one.
    public var conversation: Conversation.ID?
    /// The clock, for a promise.
    public var clock: Clock.ID?
    /// Which promise.
    public var metric: Clock.Metric?
    /// The policy that promised.
    public var policy: String?
    /// The channel, for what is about one.
    public var channel: Channel.ID?
    /// The particulars in one line, for what is not about a conversation.
    public var detail: String
    /// The highest step reached, from 1.
    public var level: Int
    /// The highest step told; 0 before the first.
    public var told: Int
    /// How far it has come.
    public var reason: Reason
    /// When the target is, or was, used up.
    public var dueAt: Instant?
    /// When the first step was reached.
    public var raisedAt: Instant
    /// Who has taken care of it, if anybody.
    public var stop: Stop?
    /// When it must be looked at again.
    public var wakesAt: Instant?
    /// When it was over.
    public var resolvedAt: Instant?

    /// A new alert.
    public init(
        id: ID,
        key: String,
        cause: Cause,
        team: String,
        conversation: Conversation.ID? = nil,
        clock: Clock.ID? = nil,
        metric: Clock.Metric? = nil,
        policy: String? = nil,
        channel: Channel.ID? = nil,
        detail: String = "",
        level: Int = 0,
        told: Int = 0,
        reason: Reason,
        dueAt: Instant? = nil,
        raisedAt: Instant,
        stop: Stop? = nil,
        wakesAt: Instant? = nil,
        resolvedAt: Instant? = nil
    ) {
        self.id = id
        self.key = key
        self.cause = cause
        self.team = team
        self.conversation = conversation
        self.clock = clock
        self.metric = metric
        self.policy = policy
        self.channel = channel
        self.detail = detail
        self.level = level
        self.told = told
        self.reason = reason
        self.dueAt = dueAt
        self.raisedAt = raisedAt
        self.stop = stop
        self.wakesAt = wakesAt
        self.resolvedAt = resolvedAt
    }

    /// Whether a step need not be told because somebody has taken care.
    func isStopped(for step: Escalation?, at now: Instant) -> Bool {
        guard let stop, now < stop.until else { return false }
        return step?.stoppedBy.contains(stop.kind) ?? true
    }
}
