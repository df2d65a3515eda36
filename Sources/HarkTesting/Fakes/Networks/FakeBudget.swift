public import HarkCore

/// The calls made against the calls allowed.
public struct FakeBudget: Sendable {
    /// Calls, or units, allowed in a window.
    public let allowed: Double
    /// The window.
    public let window: Span
    /// All requests.
    public private(set) var requests = 0
    /// The most that was used in one window.
    public private(set) var peak = 0.0
    /// Requests beyond what was allowed, or before a time that was told.
    public private(set) var overdrawn = 0
    /// When the present window ends.
    public private(set) var resetAt = Instant(seconds: 0)

    private var used = 0.0
    /// Until when nothing may be asked, and when that was told: a call that had left before is no offence.
    private var forbidden: (until: Instant, told: ContinuousClock.Instant)?

    init(allowed: Double, window: Span) {
        self.allowed = allowed
        self.window = window
    }

    mutating func count(_ cost: Double, at now: Instant) {
        if now >= resetAt {
            resetAt = now + window
            used = 0
        }
        used += cost
        requests += 1
        peak = max(peak, used)
        let wasTold = forbidden.map { now < $0.until && $0.told.duration(to: .now) > .seconds(1) } ?? false
        if used > allowed || wasTold { overdrawn += 1 }
    }

    mutating func forbid(until instant: Instant) { forbidden = (instant, .now) }

    func remaining(at now: Instant) -> Int { Int(max(allowed - used, 0)) }
}
