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
    /// The longest time between two looks at clocks and outbox, whatever the timers say.
    public var longestRest: Duration = .seconds(60)
    /// The time between two looks at the channels' rhythms.
    public var watch: Duration = .seconds(60)
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

    /// A wait with up to a tenth more.
    static func jittered(_ wait: Duration) -> Duration { wait * Double.random(in: 1...1.1) }
}
