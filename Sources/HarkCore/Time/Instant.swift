/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Zones belong to calendars, never to instants.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since the Unix epoch.
    public var milliseconds: Int64

    /// An instant from milliseconds since the Unix epoch.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// An instant from whole seconds since the Unix epoch.
    public init(seconds: Int64) { milliseconds = seconds.multipliedReportingOverflow(by: 1000).partialValue }

    /// Orders two values.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant a span later.
    public static func + (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds &+ span.milliseconds)
    }

    /// The instant a span earlier.
    public static func - (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds &- span.milliseconds)
    }

    /// The real time between two instants.
    public static func - (left: Instant, right: Instant) -> Span {
        Span(milliseconds: left.milliseconds &- right.milliseconds)
    }
}

/// A length of time in milliseconds. Real time: a day of 25 hours has 25 hours.
public struct Span: Sendable, Hashable, Comparable, Codable {
    /// The length in milliseconds; negative spans point into the past.
    public var milliseconds: Int64

    /// A span of milliseconds.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// No time at all.
    public static let zero = Span(milliseconds: 0)

    /// A span of seconds.
    public static func seconds(_ count: Int64) -> Span { Span(milliseconds: count * 1000) }

    /// A span of minutes.
    public static func minutes(_ count: Int64) -> Span { .seconds(count * 60) }

    /// A span of hours.
    public static func hours(_ count: Int64) -> Span { .minutes(count * 60) }

    /// A span of 24-hour days.
    public static func days(_ count: Int64) -> Span { .hours(count * 24) }

    /// Orders two values.
    public static func < (left: Span, right: Span) -> Bool { left.milliseconds < right.milliseconds }

    /// The sum of two spans.
    public static func + (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds &+ right.milliseconds)
    }

    /// The difference of two spans.
    public static func - (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds &- right.milliseconds)
    }
}

/// Tells the time. The only clock the core knows; tests own it.
public protocol WallClock: Sendable {
    /// The present instant.
    var now: Instant { get }
}
