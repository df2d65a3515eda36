/// Keeps a channel that fails from being asked by all its feeds: after five failures in a row one call a while tries.
public struct CircuitBreaker: Sendable, Hashable {
    /// Failures in a row before the breaker opens.
    public static let threshold = 5

    /// Failures in a row.
    public private(set) var failures = 0
    /// Nothing is asked before this instant; nil while closed.
    public private(set) var openUntil: Instant?

    /// Closed.
    public init() {}

    /// Asks to make a call. While open, the first caller after the wait is let through as a trial, the others wait on.
    ///
    /// - Parameters:
    ///   - now: The present instant.
    ///   - trial: How long others wait for the trial's end.
    /// - Returns: Nil when the call may be made, else when to ask again.
    public mutating func admit(now: Instant, trial: Span = .seconds(60)) -> Instant? {
        guard let until = openUntil else { return nil }
        if until > now { return until }
        openUntil = now + trial
        return nil
    }

    /// A call worked.
    public mutating func succeeded() { self = CircuitBreaker() }

    /// A call failed in a way that may pass.
    ///
    /// - Parameters:
    ///   - now: The present instant.
    ///   - wait: How long the caller rests; the whole channel does once the breaker opens.
    public mutating func failed(now: Instant, wait: Span) {
        failures += 1
        if failures >= Self.threshold { openUntil = now + wait }
    }
}
