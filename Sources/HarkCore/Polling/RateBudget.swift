/// The calls that an account may still make, from the provider's own words and from an allowance we keep ourselves.
///
/// A call is *reserved* before it leaves, so that two feeds of one account never spend the same last call. A tenth is kept
/// back from polling: an answer to a customer must still get through.
public struct RateBudget: Sendable, Hashable {
    /// What is known of the provider's present window; nil before it has said anything.
    private var window: Window?
    /// Nothing leaves before this instant.
    private var blockedUntil: Instant?
    /// What we used of an allowance of our own, by hour.
    public private(set) var ledger: UsageLedger

    private struct Window: Hashable {
        var remaining: Double
        var limit: Double?
        var resetAt: Instant
    }

    /// A fresh budget.
    ///
    /// - Parameters:
    ///   - allowance: What the network allows without saying so in its answers; nil where it does say.
    ///   - used: What was used of it already.
    public init(allowance: Allowance? = nil, used: UsageLedger = UsageLedger()) {
        self.allowance = allowance
        ledger = used
    }

    /// What the network allows without saying so.
    public var allowance: Allowance?

    /// Takes a call's cost, or says from when on it may be made.
    ///
    /// - Parameters:
    ///   - cost: What the call costs, in the network's units.
    ///   - isReply: Whether it answers somebody: replies may use what polling must leave.
    ///   - now: The present instant.
    /// - Returns: Nil when the call may leave now, else when to ask again.
    public mutating func reserve(_ cost: Double = 1, isReply: Bool = false, now: Instant) -> Instant? {
        if let blockedUntil, blockedUntil > now { return blockedUntil }
        if let known = window, known.resetAt <= now { window = nil }
        if let known = window {
            let kept = isReply ? 0 : min((known.limit ?? known.remaining) / 10, 50).rounded(.down)
            guard known.remaining - cost >= kept else { return known.resetAt }
        }
        if let allowance {
            let share = isReply ? allowance.units : allowance.units * 9 / 10
            guard ledger.used(now: now, within: allowance.span) + cost <= share else {
                return ledger.relief(now: now, within: allowance.span)
            }
            ledger.add(cost, now: now, within: allowance.span)
        }
        window?.remaining -= cost
        return nil
    }

    /// Learns from an answer.
    ///
    /// - Parameters:
    ///   - reading: What the answer said.
    ///   - now: The present instant.
    public mutating func note(_ reading: RateReading, now: Instant) {
        if let retryAt = reading.retryAt, retryAt > now { blockedUntil = min(retryAt, now + .days(1)) }
        guard let remaining = reading.remaining else { return }
        let resetAt = min(reading.resetAt ?? window?.resetAt ?? now + .minutes(1), now + .days(1))
        // Answers overtake each other: of two in one window the smaller rest is the later one.
        let isSameWindow = window.map { abs(($0.resetAt - resetAt).milliseconds) < 5_000 } ?? false
        let rest = isSameWindow ? min(remaining, window?.remaining ?? remaining) : remaining
        window = Window(remaining: rest, limit: reading.limit ?? window?.limit, resetAt: resetAt)
    }

    /// The provider refused for too many calls: nothing leaves before the instant.
    public mutating func block(until instant: Instant) { blockedUntil = max(blockedUntil ?? instant, instant) }

    /// The shortest pause that spreads what remains evenly over the window; zero where nothing is known.
    ///
    /// - Parameters:
    ///   - feeds: How many feeds share the budget.
    ///   - cost: What a call costs.
    ///   - now: The present instant.
    /// - Returns: The pause.
    public func spacing(feeds: Int, cost: Double = 1, now: Instant) -> Span {
        var pause = Span.zero
        if let window, window.resetAt > now {
            let kept = min((window.limit ?? window.remaining) / 10, 50).rounded(.down)
            let calls = max(window.remaining - kept, 0) / cost / Double(max(feeds, 1))
            let left = window.resetAt - now
            pause = calls < 1 ? left : Span(milliseconds: Int64(Double(left.milliseconds) / calls))
        }
        if let allowance {
            let calls = allowance.units * 9 / 10 / cost / Double(max(feeds, 1))
            pause = max(pause, Span(milliseconds: Int64(Double(allowance.span.milliseconds) / max(calls, 1))))
        }
        return pause
    }
}
