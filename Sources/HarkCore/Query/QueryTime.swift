/// A time as a query writes it: `2026-01-31`, `2026-01-31T10:00Z`, `2h`. Without an offset it is meant in UTC.
enum QueryTime: Equatable {
    case instant(Instant)
    /// A date: its first instant and the next day's.
    case day(Instant, Instant)
    case span(Span)
    /// A word that depends on the day it is read on.
    case relative(RelativeDate)

    init?(_ text: String) {
        if let span = Self.span(text) {
            self = .span(span)
        } else if let date = RelativeDate(text) {
            self = .relative(date)
        } else if text.utf8.count == 10, let first = Self.instant(text + "T00:00:00Z") {
            self = .day(first, first + .days(1))
        } else if let instant = Self.instant(Self.completed(text)) {
            self = .instant(instant)
        } else {
            return nil
        }
    }

    /// `1h30m`: weeks, days, hours, minutes, seconds.
    static let units: [(name: Character, span: Span)] = [
        ("w", .days(7)), ("d", .days(1)), ("h", .hours(1)), ("m", .minutes(1)), ("s", .seconds(1)),
    ]

    private static func span(_ text: String) -> Span? {
        guard let last = text.last, units.contains(where: { $0.name == last }) else { return nil }
        var total = Span.zero
        var digits = ""
        for character in text {
            if ("0"..."9").contains(character), digits.utf8.count < 9 {
                digits.append(character)
            } else {
                guard let unit = units.first(where: { $0.name == character }), let count = Int64(digits) else {
                    return nil
                }
                total = total + Span(milliseconds: unit.span.milliseconds * count)
                digits = ""
            }
        }
        return total
    }

    /// An RFC 3339 time whose date exists.
    private static func instant(_ text: String) -> Instant? {
        guard let instant = Instant(text), let midnight = Instant(text.prefix(10) + "T00:00:00Z"),
            midnight.description.prefix(10) == text.prefix(10)
        else { return nil }
        return instant
    }

    /// Adds the seconds and the `Z` that may be left out.
    private static func completed(_ text: String) -> String {
        let time = text.dropFirst(10)
        let zone = time.firstIndex { "zZ+-".contains($0) } ?? time.endIndex
        let clock = time[..<zone]
        return text.prefix(10) + clock + (clock.utf8.count == 6 ? ":00" : "")
            + (zone < time.endIndex ? time[zone...] : "Z")
    }
}
