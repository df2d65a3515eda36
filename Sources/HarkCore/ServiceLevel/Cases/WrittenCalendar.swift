import Foundation

/// A calendar as case files write it: weekdays with `[from, to)` pairs in local time, and dates with exceptions.
struct WrittenCalendar: Decodable, Sendable {
    var timezone: String
    var hours: [String: [Interval]]
    var dateHours, breaks: [String: [Interval]]
    var holidays: [String]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        func read<Value: Decodable>(_ names: String...) -> Value? {
            names.lazy.compactMap { try? fields.decodeIfPresent(Value.self, forKey: FieldName($0)) }.first
        }
        timezone = read("timezone", "time_zone", "zone", "tz") ?? "UTC"
        hours = read("hours") ?? [:]
        dateHours = read("date_hours", "overrides") ?? [:]
        breaks = read("breaks") ?? [:]
        holidays = read("holidays") ?? (read("holidays") as [NamedDate]?)?.map(\.date) ?? []
    }

    private struct NamedDate: Decodable { var date: String }

    /// `["09:00", "17:00"]`, or `"09:00-17:00"`.
    struct Interval: Decodable, Sendable {
        var from, to: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            let ends =
                if let pair = try? value.decode([String].self) { pair } else {
                    try value.decode(String.self).split(separator: "-").map(String.init)
                }
            guard ends.count == 2 else {
                throw DecodingError.dataCorruptedError(in: value, debugDescription: "an interval has two ends")
            }
            (from, to) = (ends[0], ends[1])
        }
    }
}

extension BusinessCalendar {
    /// Reads one calendar in the form of case files.
    public init(json bytes: [UInt8]) throws(CaseProblem) {
        let written: WrittenCalendar
        do { written = try JSONDecoder().decode(WrittenCalendar.self, from: Data(bytes)) } catch {
            throw CaseProblem("no calendar: a JSON object with “timezone” and “hours” is needed")
        }
        try self.init(written)
    }

    /// The calendar that was written. An interval that ends before it begins goes on after midnight.
    init(_ written: WrittenCalendar) throws(CaseProblem) {
        guard TimeZone(identifier: written.timezone) != nil else {
            throw CaseProblem(CalendarFailure.unknownTimeZone(written.timezone).description)
        }
        var hours: [Weekday: Hours] = [:]
        for (name, intervals) in written.hours {
            guard let day = Weekday.allCases.first(where: { "\($0)".hasPrefix(name.lowercased()) }), name.count >= 3
            else {
                throw CaseProblem("“\(SafeLine.snippet(name))” is no day of the week")
            }
            let parts = try Self.parts(intervals)
            hours[day, default: []] += parts.today
            hours[day.next, default: []] += parts.tomorrow
        }
        self.init(
            timeZone: written.timezone,
            hours: hours,
            dateHours: try Self.dated(written.dateHours),
            breaks: try Self.dated(written.breaks),
            holidays: Set(try written.holidays.map { text throws(CaseProblem) in try Self.date(text) })
        )
    }

    private static func dated(_ rows: [String: [WrittenCalendar.Interval]]) throws(CaseProblem) -> [Date: Hours] {
        var dated: [Date: Hours] = [:]
        for (text, intervals) in rows {
            let date = try date(text)
            let parts = try parts(intervals)
            dated[date, default: []] += parts.today
            if !parts.tomorrow.isEmpty { dated[Date(dayNumber: date.dayNumber + 1), default: []] += parts.tomorrow }
        }
        return dated
    }

    private static func parts(
        _ intervals: [WrittenCalendar.Interval]
    ) throws(CaseProblem) -> (today: Hours, tomorrow: Hours) {
        var parts: (today: Hours, tomorrow: Hours) = ([], [])
        for interval in intervals {
            let (from, to) = (try second(interval.from), try second(interval.to))
            if from < to { parts.today.append(from..<to) }
            if to <= from, from < 86_400 { parts.today.append(from..<86_400) }
            if to <= from, to > 0 { parts.tomorrow.append(0..<to) }
        }
        return parts
    }

    private static func second(_ text: String) throws(CaseProblem) -> Int {
        let parts = text.split(separator: ":").map { Int($0) }
        guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
            let second = parts.count == 3 ? parts[2] : 0,
            (0...24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { throw CaseProblem("“\(SafeLine.snippet(text))” is no time of day") }
        return hour * 3600 + minute * 60 + second
    }

    private static func date(_ text: String) throws(CaseProblem) -> Date {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
            throw CaseProblem("“\(SafeLine.snippet(text))” is no date")
        }
        return Date(year: parts[0], month: parts[1], day: parts[2])
    }
}

extension BusinessCalendar.Weekday {
    fileprivate var next: Self { Self(rawValue: rawValue % 7 + 1) ?? .monday }
}
