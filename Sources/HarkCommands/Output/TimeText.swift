import Foundation
import HarkCore

/// Instants and spans in words for people.
enum TimeText {
    /// A length in its two largest units: `1h 30m`, `2d 1h`, `45s`. Negative ones begin with `-`.
    static func span(_ span: Span) -> String {
        let seconds = abs(span.milliseconds / 1000)
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
        let sign = span.milliseconds <= -1000 ? "-" : ""
        if days > 0 { return sign + joined(days, "d", hours, "h") }
        if hours > 0 { return sign + joined(hours, "h", minutes, "m") }
        return sign + (minutes > 0 ? "\(minutes)m" : "\(seconds)s")
    }

    /// How long ago, or in how long.
    static func relative(_ instant: Instant, to now: Instant) -> String {
        let distance = now - instant
        if abs(distance.milliseconds) < 60_000 { return "now" }
        return distance > .zero ? span(distance) + " ago" : "in " + span(instant - now)
    }

    /// Date and time to the minute in a zone: `2026-11-22 09:30`.
    static func local(_ instant: Instant, _ zone: TimeZone) -> String {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
        let shifted = (instant + .seconds(Int64(offset))).description
        return shifted.prefix(10) + " " + shifted.dropFirst(11).prefix(5)
    }

    private static func joined(_ large: Int64, _ unit: String, _ small: Int64, _ part: String) -> String {
        small == 0 ? "\(large)\(unit)" : "\(large)\(unit) \(small)\(part)"
    }
}
