/// A date that depends on the day it is read on: `yesterday`, `monday`, `this-month`, `today-7d`. In UTC, as all dates of
/// a query are.
public struct RelativeDate: Sendable, Hashable, CustomStringConvertible {
    /// What is counted in, and from where.
    public enum Unit: Sendable, Hashable {
        case day, week, month, year
        /// The latest such day, today included; 0 is Monday. Counted on in days.
        case weekday(Int)
    }

    /// What is counted in.
    public var unit: Unit
    /// How many units after the present one; before it when negative.
    public var offset: Int

    /// A date so many units from the present one.
    public init(_ unit: Unit, offset: Int = 0) {
        self.unit = unit
        self.offset = offset
    }

    /// The date that ends this one.
    public var next: RelativeDate { RelativeDate(unit, offset: offset + 1) }

    /// Its first instant, when it is read at `now`.
    public func start(at now: Instant) -> Instant {
        let today = LocalTime.utcDay(of: now)
        // 1970-01-01 was a Thursday.
        let weekday = ((today + 3) % 7 + 7) % 7
        let (year, month, _) = CivilDate.fromDays(today)
        switch unit {
        case .day: return Self.start(ofDay: today + Int64(offset))
        case .weekday(let wanted):
            return Self.start(ofDay: today - (weekday - Int64(wanted) + 7) % 7 + Int64(offset))
        case .week: return Self.start(ofDay: today - weekday + 7 * Int64(offset))
        case .month:
            let months = year * 12 + month - 1 + Int64(offset)
            let monthOfYear = (months % 12 + 12) % 12
            return Self.start(ofDay: CivilDate.days((months - monthOfYear) / 12, monthOfYear + 1, 1))
        case .year: return Self.start(ofDay: CivilDate.days(year + Int64(offset), 1, 1))
        }
    }

    private static func start(ofDay day: Int64) -> Instant { Instant(seconds: day * 86_400) }

    /// The date as canonical text.
    public var description: String {
        switch (unit, offset) {
        case (.day, -1): "yesterday"
        case (.day, 1): "tomorrow"
        case (.day, _): "today" + Self.count(offset, "d")
        case (.weekday(let day), _): Self.weekdays[day] + Self.count(offset, "d")
        case (.week, _): "this-week" + Self.count(offset, "w")
        case (.month, _): "this-month" + Self.count(offset, "m")
        case (.year, _): "this-year" + Self.count(offset, "y")
        }
    }

    private static func count(_ offset: Int, _ unit: String) -> String {
        offset == 0 ? "" : (offset < 0 ? "" : "+") + String(offset) + unit
    }

    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
}

extension RelativeDate {
    /// Reads a word, in English or German, with an optional count behind it: `today-7d`, `letzte-woche`.
    init?(_ text: String) {
        let text = text.lowercased()
        if let date = Self.words[text] {
            self = date
            return
        }
        guard let sign = text.lastIndex(where: { "+-".contains($0) }), let unit = text.last,
            let base = Self.words[String(text[..<sign])], base.letter == unit,
            let count = Int(text[sign...].dropLast()), abs(count) <= 36_500
        else { return nil }
        self.init(base.unit, offset: base.offset + count)
    }

    private var letter: Character {
        switch unit {
        case .day, .weekday: "d"
        case .week: "w"
        case .month: "m"
        case .year: "y"
        }
    }

    private static let words: [String: RelativeDate] = {
        var words: [String: RelativeDate] = [
            "today": .init(.day), "heute": .init(.day), "yesterday": .init(.day, offset: -1),
            "gestern": .init(.day, offset: -1), "vorgestern": .init(.day, offset: -2),
            "tomorrow": .init(.day, offset: 1), "morgen": .init(.day, offset: 1),
            "übermorgen": .init(.day, offset: 2), "uebermorgen": .init(.day, offset: 2),
        ]
        let units: [(Unit, english: String, german: String, endings: (this: String, other: String))] = [
            (.week, "week", "woche", ("diese", "e")), (.month, "month", "monat", ("dieser", "er")),
            (.year, "year", "jahr", ("dieses", "es")),
        ]
        for (unit, english, german, ending) in units {
            words["this-\(english)"] = .init(unit)
            words["last-\(english)"] = .init(unit, offset: -1)
            words["next-\(english)"] = .init(unit, offset: 1)
            words["\(ending.this)-\(german)"] = .init(unit)
            words["letzt\(ending.other)-\(german)"] = .init(unit, offset: -1)
            words["nächst\(ending.other)-\(german)"] = .init(unit, offset: 1)
        }
        let german = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"]
        for names in [weekdays, german, weekdays.map { String($0.prefix(3)) }] {
            for (day, name) in names.enumerated() { words[name] = .init(.weekday(day)) }
        }
        return words
    }()
}
