public import HarkCore
import Synchronization

/// A clock that stands still until a test moves it; or one that runs from an instant of the test's choice.
public final class TestClock: WallClock {
    private let instant: Mutex<Instant>
    private let started: ContinuousClock.Instant?

    /// A clock that stands at an instant.
    ///
    /// - Parameters:
    ///   - now: The instant.
    ///   - runs: Whether it goes on by itself from there, as fast as time does.
    public init(_ now: Instant, runs: Bool = false) {
        instant = Mutex(now)
        started = runs ? .now : nil
    }

    /// A clock that stands at an RFC 3339 time.
    public convenience init(_ text: String, runs: Bool = false) {
        guard let now = Instant(text) else { preconditionFailure("\(text) is no RFC 3339 time") }
        self.init(now, runs: runs)
    }

    /// The present instant.
    public var now: Instant { instant.withLock { $0 } + ran }

    private var ran: Span {
        guard let (seconds, attoseconds) = started?.duration(to: .now).components else { return .zero }
        return Span(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// Moves the clock on.
    public func advance(by span: Span) { instant.withLock { $0 = $0 + span } }
}
