/// Lengths of time in words for people.
public enum SpanText {
    /// A length in its two largest units: `1h 30m`, `2d 1h`, `45s`. Negative ones begin with `-`.
    public static func of(_ span: Span) -> String {
        let seconds = abs(span.milliseconds / 1000)
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
        let sign = span.milliseconds <= -1000 ? "-" : ""
        if days > 0 { return sign + joined(days, "d", hours, "h") }
        if hours > 0 { return sign + joined(hours, "h", minutes, "m") }
        return sign + (minutes > 0 ? "\(minutes)m" : "\(seconds)s")
    }

    /// How long ago, or in how long.
    public static func relative(_ instant: Instant, to now: Instant) -> String {
        let distance = now - instant
        if abs(distance.milliseconds) < 60_000 { return "now" }
        return distance > .zero ? of(distance) + " ago" : "in " + of(instant - now)
    }

    private static func joined(_ large: Int64, _ unit: String, _ small: Int64, _ part: String) -> String {
        small == 0 ? "\(large)\(unit)" : "\(large)\(unit) \(small)\(part)"
    }
}

extension Urgency.Level {
    /// A bar that grows with the level, so that it reads without colour.
    public var glyph: String {
        switch self {
        case .low: "▁"
        case .normal: "▃"
        case .high: "▆"
        case .critical: "█"
        }
    }
}
