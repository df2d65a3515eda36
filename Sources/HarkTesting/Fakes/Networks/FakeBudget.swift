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
    private var forbiddenUntil: Instant?

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
        if used > allowed || forbiddenUntil.map({ now < $0 }) ?? false { overdrawn += 1 }
    }

    mutating func forbid(until instant: Instant) { forbiddenUntil = instant }

    func remaining(at now: Instant) -> Int { Int(max(allowed - used, 0)) }
}
