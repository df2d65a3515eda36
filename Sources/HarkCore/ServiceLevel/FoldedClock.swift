/// A clock as the event log alone tells it. The rows of the store are a projection of this and can be held against it.
public struct FoldedClock: Sendable, Hashable {
    /// The instance's number.
    public var id: Clock.ID
    /// What is promised.
    public var metric: Clock.Metric
    /// The policy that promised it.
    public var policy: String
    /// The team whose hours count.
    public var team: String
    /// Where the clock stands.
    public var state: Clock.State
    /// When the target is used up; nil while paused.
    public var dueAt: Instant?
    /// When the target was used up, if it was.
    public var breachedAt: Instant?
    /// When it was met or cancelled.
    public var endedAt: Instant?

    /// The clocks that a log tells of, by their numbers. Events of other things are passed over.
    public static func fold(_ events: some Sequence<Event>) -> [Clock.ID: FoldedClock] {
        events.reduce(into: [:]) { clocks, event in
            guard let number = event.data["clock"].flatMap({ Int64($0) }),
                let metric = event.data["metric"].flatMap(Clock.Metric.init)
            else { return }
            let id = Clock.ID(rawValue: number)
            let known = clocks[id] ?? FoldedClock(id: id, metric: metric, policy: "", team: "", state: .running)
            clocks[id] = known.after(event)
        }
    }

    /// The clock after an event.
    private func after(_ event: Event) -> FoldedClock {
        var clock = self
        clock.policy = event.data["policy"] ?? policy
        clock.team = event.data["team"] ?? team
        clock.dueAt = event.data["due"].flatMap { Instant($0) }
        switch event.kind {
        case .clockStarted, .clockResumed: clock.state = .running
        case .clockPaused: clock.state = .paused
        case .clockBreached: clock.breachedAt = event.at
        case .clockMet: clock.state = .met
        case .clockCancelled: clock.state = .cancelled
        default: break
        }
        if clock.state == .met || clock.state == .cancelled { clock.endedAt = event.at }
        // A window that opens anew is no longer closed.
        if event.kind == .clockRetargeted, metric == .replyWindow { clock.breachedAt = nil }
        return clock
    }

    private init(id: Clock.ID, metric: Clock.Metric, policy: String, team: String, state: Clock.State) {
        self.id = id
        self.metric = metric
        self.policy = policy
        self.team = team
        self.state = state
    }

    /// A clock's row, as far as the log tells it.
    public init(_ clock: Clock) {
        self.init(id: clock.id, metric: clock.metric, policy: clock.policy, team: clock.team, state: clock.state)
        dueAt = clock.dueAt
        breachedAt = clock.breachedAt
        endedAt = clock.endedAt
    }
}
