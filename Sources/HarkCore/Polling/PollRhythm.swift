/// How long a feed rests between two polls: a busy one is asked sooner, a quiet one later.
public struct PollRhythm: Sendable, Hashable {
    /// The configured time between polls.
    public let usual: Span
    /// The time until the next poll, before jitter and budget.
    public private(set) var interval: Span

    /// Begins at the configured time.
    public init(usual: Span) {
        self.usual = usual
        interval = usual
    }

    /// Never sooner: a quarter of the usual time, and at least two seconds where that is shorter than usual.
    public var shortest: Span {
        max(Span(milliseconds: usual.milliseconds / 4), min(.seconds(2), usual))
    }

    /// Never later: twice the usual time.
    public var longest: Span { Span(milliseconds: usual.milliseconds * 2) }

    /// Learns from a page.
    ///
    /// - Parameter news: How many messages on it were new.
    public mutating func polled(news: Int) {
        if news > 0 {
            interval = max(shortest, Span(milliseconds: min(interval, usual).milliseconds / 2))
        } else {
            interval = min(longest, Span(milliseconds: interval.milliseconds * 5 / 4))
        }
    }
}
