/// How an event repeats (RFC 5545 RRULE), by whole days.
struct RecurrenceRule {
    enum Frequency: String { case yearly = "YEARLY", monthly = "MONTHLY", weekly = "WEEKLY", daily = "DAILY" }

    /// A day of the week, with a count from the beginning or, negative, from the end of the month or year; 0 means each.
    struct Day: Hashable {
        var ordinal: Int
        /// 0 for Monday.
        var weekday: Int
    }

    var frequency: Frequency
    var interval = 1
    var count: Int?
    var until: BusinessCalendar.Date?
    /// 0 for Monday.
    var weekStart = 0
    var months: [Int] = []
    var yearDays: [Int] = []
    var monthDays: [Int] = []
    var weekdays: [Day] = []
    var positions: [Int] = []

    /// Reads a rule; nil when it says something that whole days cannot follow.
    init?(_ text: String) {
        var parts: [String: String] = [:]
        for part in text.uppercased().split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, parts.updateValue(pair[1], forKey: pair[0]) == nil else { return nil }
        }
        guard let frequency = parts.removeValue(forKey: "FREQ").flatMap(Frequency.init) else { return nil }
        self.frequency = frequency
        for (name, value) in parts {
            guard read(name, value) else { return nil }
        }
    }

    private mutating func read(_ name: String, _ value: String) -> Bool {
        switch name {
        case "INTERVAL": return Self.set(&interval, Int(value).flatMap { (1...10_000).contains($0) ? $0 : nil })
        case "COUNT": return Self.set(&count, Int(value).flatMap { $0 > 0 ? $0 : nil })
        case "UNTIL":
            let line = ContentLine.lines(of: "UNTIL:" + value).first
            return Self.set(&until, line?.dates.first?.date)
        case "WKST": return Self.set(&weekStart, Self.weekdays.firstIndex(of: value))
        case "BYMONTH": return Self.set(&months, Self.numbers(value, within: 12))
        case "BYYEARDAY": return Self.set(&yearDays, Self.numbers(value, within: 366))
        case "BYMONTHDAY": return Self.set(&monthDays, Self.numbers(value, within: 31))
        case "BYSETPOS": return Self.set(&positions, Self.numbers(value, within: 366))
        case "BYDAY": return Self.set(&weekdays, Self.days(value))
        // A time of day within a whole day says nothing.
        case "BYHOUR", "BYMINUTE", "BYSECOND": return true
        default: return false
        }
    }

    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
        guard let value else { return false }
        place = value
        return true
    }

    private static func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
        place = value
        return value != nil
    }

    private static func numbers(_ text: String, within limit: Int) -> [Int]? {
        let numbers = text.split(separator: ",").map { Int($0) }
        guard !numbers.isEmpty, numbers.allSatisfy({ $0.map { $0 != 0 && abs($0) <= limit } ?? false }) else {
            return nil
        }
        return numbers.compactMap(\.self)
    }

    private static func days(_ text: String) -> [Day]? {
        let days = text.split(separator: ",").map { part -> Day? in
            guard let weekday = weekdays.firstIndex(of: String(part.suffix(2))) else { return nil }
            let ordinal = part.dropLast(2)
            return ordinal.isEmpty
                ? Day(ordinal: 0, weekday: weekday) : Int(ordinal).map { Day(ordinal: $0, weekday: weekday) }
        }
        return days.contains { $0 == nil } ? nil : days.compactMap(\.self)
    }
}
