import Foundation

extension BusinessCalendar {
    /// Reads one calendar in the form of case files.
    public init(json bytes: [UInt8]) throws(CaseProblem) {
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(bytes)), case .object = written else {
            throw CaseProblem("no calendar: a JSON object with “timezone” and “hours” is needed")
        }
        try self.init(written)
    }

    /// The calendar that was written: weekdays with hours in local time, dates with exceptions.
    init(_ written: Written) throws(CaseProblem) {
        let zone = Self.zone(written) ?? "UTC"
        guard TimeZone(identifier: zone) != nil else {
            throw CaseProblem(CalendarFailure.unknownTimeZone(zone).description)
        }
        let week = try Self.week(written["hours", "weekdays"])
        let breaks = try Self.breaks(written["breaks"])
        let hours = week.reduce(into: [Weekday: Hours]()) { hours, row in
            hours[row.key] = row.value.ranges.cut(by: breaks.weekly[row.key] ?? [])
        }
        self.init(
            timeZone: zone,
            hours: hours,
            dateHours: try Self.dateHours(written["date_hours", "overrides"]),
            breaks: breaks.dated,
            holidays: try Self.holidays(written["holidays"])
                .union(Self.feed(written["ical", "ics", "icalendar", "holidays_ical"]))
        )
    }

    /// The zone's name, where one is written.
    static func zone(_ written: Written) -> String? { written["timezone", "time_zone", "zone", "tz"]?.word }

    private static func fields(_ written: Written?, _ name: String) throws(CaseProblem) -> [String: Written] {
        switch written {
        case nil, .null?: return [:]
        case .object(let fields)?: return fields
        case .list(let list)? where list.isEmpty: return [:]
        case let other?: throw CaseProblem("“\(name)” must be an object, here is \(other.shown)")
        }
    }

    private static func week(_ written: Written?) throws(CaseProblem) -> [Weekday: WrittenHours] {
        var rows: [(days: [Weekday], hours: WrittenHours)] = []
        for (name, value) in try fields(written, "hours") {
            guard let days = Weekday.days(name) else { throw CaseProblem("“\(SafeLine.snippet(name))” is no weekday") }
            rows.append((days, try WrittenHours(value)))
        }
        // A day by itself says more than one among others.
        return rows.sorted { $0.days.count > $1.days.count }.reduce(into: [:]) { week, row in
            for day in row.days { week[day] = row.hours }
        }
    }

    private static func dateHours(_ written: Written?) throws(CaseProblem) -> [Date: Hours] {
        var dated: [Date: Hours] = [:]
        for (text, value) in try fields(written, "date_hours") {
            dated[try Date(json: text)] = try WrittenHours(value).ranges
        }
        return dated
    }

    private typealias Breaks = (dated: [Date: Hours], weekly: [Weekday: Hours])

    private static func breaks(_ written: Written?) throws(CaseProblem) -> Breaks {
        var breaks: Breaks = ([:], [:])
        for (name, value) in try fields(written, "breaks") {
            let hours = try WrittenHours(value).ranges
            if let days = Weekday.days(name) {
                for day in days { breaks.weekly[day, default: []] += hours }
            } else {
                breaks.dated[try Date(json: name), default: []] += hours
            }
        }
        return breaks
    }

    // MARK: Holidays

    private static let years = 1970..<2150

    /// Dates, `12-25` for that day of every year, `{"date": …}`, `{"from": …, "to": …}`, `{"month": 12, "day": 25}`; or an object
    /// with dates as its keys.
    private static func holidays(_ written: Written?) throws(CaseProblem) -> Set<Date> {
        var holidays: Set<Date> = []
        if case .object(let fields)? = written, !fields.isEmpty, fields.keys.allSatisfy({ $0.contains("-") }) {
            for date in fields.keys { holidays.formUnion(try days(date)) }
            return holidays
        }
        for element in (written ?? .null).elements {
            if let text = element.word ?? element["date", "on"]?.word {
                holidays.formUnion(try days(text))
            } else if let from = element["from", "start"]?.word, let to = element["to", "end"]?.word {
                let (first, last) = (try Date(json: from).dayNumber, try Date(json: to).dayNumber)
                guard first <= last, last - first < 3660 else { throw CaseProblem("a holiday ends before it begins") }
                holidays.formUnion((first...last).map { Date(dayNumber: $0) })
            } else if let month = element["month"]?.word, let day = element["day"]?.word {
                holidays.formUnion(try days("\(month)-\(day)"))
            } else {
                throw CaseProblem("a holiday is a date, here is \(element.shown)")
            }
        }
        return holidays
    }

    /// One date, or that day of every year that has it.
    private static func days(_ text: String) throws(CaseProblem) -> [Date] {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 2, let month = parts[0], let day = parts[1] else { return [try Date(json: text)] }
        let dates = years.compactMap { try? Date(json: "\($0)-\(month)-\(day)") }
        guard !dates.isEmpty else { throw CaseProblem("“\(SafeLine.snippet(text))” is no date") }
        return dates
    }

    /// The closed days of iCalendar texts.
    private static func feed(_ written: Written?) -> Set<Date> {
        (written ?? .null).elements.compactMap(\.word).reduce(into: []) { days, text in
            days.formUnion(HolidayFeed(text, years: years).dates)
        }
    }
}

extension BusinessCalendar.Weekday {
    /// The days behind `mon`, `Monday`, `mon-fri`, `weekdays`, `weekend`, `daily`.
    fileprivate static func days(_ text: String) -> [Self]? {
        switch text.lowercased() {
        case "daily", "all", "everyday": return allCases
        case "weekdays": return Array(allCases.prefix(5))
        case "weekend": return Array(allCases.suffix(2))
        default: break
        }
        let ends = text.lowercased().split(separator: "-").map { name in
            name.count < 3 ? nil : allCases.first { "\($0)".hasPrefix(name) }
        }
        guard let first = ends.first, let first else { return nil }
        guard ends.count == 2 else { return ends.count == 1 ? [first] : nil }
        guard let last = ends[1] else { return nil }
        return (0..<7).map { Self(rawValue: (first.rawValue - 1 + $0) % 7 + 1) ?? .monday }
            .prefix((last.rawValue - first.rawValue + 7) % 7 + 1).map(\.self)
    }
}
