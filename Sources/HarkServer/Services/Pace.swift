import HarkCore

/// How long the services wait before they try again.
public struct Pace: Sendable {
    /// The first wait after a passing failure; each further one doubles it.
    public var firstRetry: Duration = .seconds(5)
    /// The longest wait after a passing failure.
    public var longestRetry: Duration = .seconds(900)
    /// The wait after a failure that only a person can cure.
    public var slowRetry: Duration = .seconds(900)
    /// The shortest wait between two pages that brought nothing.
    public var shortestPoll: Duration = .seconds(1)
    /// How long clocks rest between two looks while deliveries pour in.
    public var clockRest: Duration = .milliseconds(100)
    /// The longest time between two looks at clocks and outbox, whatever the timers say: a wall clock that is set tells nobody.
    public var longestRest: Duration = .seconds(300)
    /// The time between two looks at what no event tells: channels' rhythms, queues, spikes.
    public var watch: Duration = .seconds(300)
    /// How long nothing must have happened before memory is given back.
    public var quiet: Duration = .seconds(5)
    /// How long running requests and departures may take to end after the signal to stop.
    public var drain: Duration = .seconds(10)
    /// How long `/readyz` says no before the port closes, so that a load balancer can turn away first.
    public var notice: Duration = .zero

    /// The usual pace.
    public init() {}

    /// The wait after a number of failures in a row, with jitter so that channels do not march in step.
    func retry(after failures: Int) -> Duration {
        let doubled = firstRetry * Double(1 << min(max(failures - 1, 0), 20))
        return min(doubled, longestRetry) * Double.random(in: 0.75...1)
    }

    /// The time until the next whole multiple of a period. Who rests by it wakes together with all others who do, so that an
    /// idle process wakes once for all of them.
    static func rest(toNext period: Duration, after now: Instant) -> Duration {
        let length = max(period.milliseconds, 1)
        let passed = now.milliseconds % length
        return .milliseconds(passed < 0 ? -passed : length - passed)
    }

    /// A wait with up to a tenth more.
    static func jittered(_ wait: Duration) -> Duration { wait * Double.random(in: 1...1.1) }
}
