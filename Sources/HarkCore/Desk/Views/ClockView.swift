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
