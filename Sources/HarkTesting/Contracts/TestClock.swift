public import HarkCore
import Synchronization

/// A clock that stands still until a test moves it.
public final class TestClock: WallClock {
    private let instant: Mutex<Instant>

    /// A clock that stands at an instant.
    public init(_ now: Instant) { instant = Mutex(now) }

    /// A clock that stands at an RFC 3339 time.
    public convenience init(_ text: String) {
        guard let now = Instant(text) else { preconditionFailure("\(text) is no RFC 3339 time") }
        self.init(now)
    }

    /// The present instant.
    public var now: Instant { instant.withLock { $0 } }

    /// Moves the clock on.
    public func advance(by span: Span) { instant.withLock { $0 = $0 + span } }
}
