import Foundation
import HarkCore

/// Instants and spans in words for people.
enum TimeText {
    /// A length in its two largest units: `1h 30m`, `2d 1h`, `45s`. Negative ones begin with `-`.
    static func span(_ span: Span) -> String { SpanText.of(span) }

    /// How long ago, or in how long.
    static func relative(_ instant: Instant, to now: Instant) -> String { SpanText.relative(instant, to: now) }

    /// Date and time to the minute in a zone: `2026-11-22 09:30`.
    static func local(_ instant: Instant, _ zone: TimeZone) -> String {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
        let shifted = (instant + .seconds(Int64(offset))).description
        return shifted.prefix(10) + " " + shifted.dropFirst(11).prefix(5)
    }
}
