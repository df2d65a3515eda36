import Foundation
import HarkCore

/// Business-time facts of other projects' suites, read from the folder that `HARK_SHARED` names.
struct CalendarOracle: Decodable {
    struct Calendar: Decodable {
        var timezone: String
        var hours: [String: [[String]]]
        var dateHours: [String: [[String]]]?
        var breaks: [String: [[String]]]?
        var holidays: [String]?

        private enum CodingKeys: String, CodingKey {
            case timezone, hours, breaks, holidays
            case dateHours = "date_hours"
        }
    }

    struct Case: Decodable {
        var id: String
        var kind: String
        var calendar: String?
        var tags: [String]
        var start, from, to, at, due, result, timezone, local, instant: String?
        var dueAtClose, dueNextOpen: String?
        var seconds, secondsReal, take: Int64?
        var open, holiday: Bool?
        var pauses, expect: [[String]]?

        private enum CodingKeys: String, CodingKey {
            case id, kind, calendar, tags, start, from, to, at, due, result, timezone, local, instant, seconds, take,
                open
            case holiday, pauses, expect
            case dueAtClose = "due_at_close"
            case dueNextOpen = "due_next_open"
            case secondsReal = "seconds_real"
        }
    }

    var calendars: [String: Calendar]
    var cases: [Case]

    static let file: URL = {
        let package = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let folder = ProcessInfo.processInfo.environment["HARK_SHARED"].map { URL(filePath: $0) }
        return (folder ?? package.appending(path: "../shared").standardized).appending(path: "sla-cases.json")
    }()

    static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func read() throws -> CalendarOracle {
        try JSONDecoder().decode(CalendarOracle.self, from: Data(contentsOf: file))
    }
}

extension BusinessCalendar {
    init(_ calendar: CalendarOracle.Calendar) {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        var hours: [Weekday: Hours] = [:]
        for (name, weekday) in zip(names, Weekday.allCases) { hours[weekday] = Self.hours(calendar.hours[name] ?? []) }
        self.init(
            timeZone: calendar.timezone,
            hours: hours,
            dateHours: Self.byDate(calendar.dateHours ?? [:]),
            breaks: Self.byDate(calendar.breaks ?? [:]),
            holidays: Set((calendar.holidays ?? []).map(Self.date))
        )
    }

    private static func byDate(_ rows: [String: [[String]]]) -> [Date: Hours] {
        Dictionary(uniqueKeysWithValues: rows.map { (date($0), Self.hours($1)) })
    }

    private static func hours(_ rows: [[String]]) -> Hours {
        rows.map { second($0[0])..<second($0[1]) }
    }

    private static func second(_ clock: String) -> Int {
        clock.split(separator: ":").enumerated().reduce(0) { $0 + (Int($1.element) ?? 0) * [3600, 60, 1][$1.offset] }
    }

    private static func date(_ text: String) -> Date {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return Date(year: parts[0], month: parts[1], day: parts[2])
    }
}
