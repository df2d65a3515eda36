import Foundation
import HarkCore

/// A case file of random calendars with what our engine says of them, for somebody else to check.
struct WrittenSuite {
    private var random: RandomCalendar
    private var calendars: [String: [String: Any]] = [:]
    private var cases: [[String: Any]] = []

    init(seed: UInt64) { random = RandomCalendar(seed: seed) }

    mutating func addCalendar() {
        let instant = random.instant(2000..<2037)
        let calendar = random.calendar(near: instant)
        let name = "c\(calendars.count)"
        calendars[name] = Self.written(calendar)
        let pauses = random.pauses(after: instant)
        let span = Span.seconds(Int64(random.number(1...600_000)))
        if let due = calendar.instant(after: span, from: instant, except: pauses), due < at("2037-12-01T00:00:00Z") {
            add(
                "due",
                name,
                ["start": text(instant), "seconds": seconds(span), "due": text(due), "pauses": pairs(pauses)]
            )
        }
        if let start = calendar.instant(before: span, until: instant), start > at("1999-01-01T00:00:00Z") {
            add("subtract", name, ["end": text(instant), "seconds": seconds(span), "result": text(start)])
        }
        let end = instant + .seconds(Int64(random.number(1...8_000_000)))
        let open = calendar.openTime(from: instant, to: end, except: pauses)
        add(
            "elapsed",
            name,
            ["from": text(instant), "to": text(end), "seconds": seconds(open), "pauses": pairs(pauses)]
        )
        add("is_open", name, ["at": text(instant), "open": calendar.isOpen(at: instant)])
        if let opening = calendar.nextOpening(at: instant) {
            add("next_open", name, ["at": text(instant), "result": text(opening)])
        }
        if let closing = calendar.nextClosing(at: instant) {
            add("next_close", name, ["at": text(instant), "result": text(closing)])
        }
    }

    func data() throws -> Data { try JSONSerialization.data(withJSONObject: ["calendars": calendars, "cases": cases]) }

    private mutating func add(_ kind: String, _ calendar: String, _ more: [String: Any]) {
        cases.append(["kind": kind, "calendar": calendar].merging(more) { $1 })
    }

    private func text(_ instant: Instant) -> String { instant.description }
    private func seconds(_ span: Span) -> Int64 { span.milliseconds / 1000 }
    private func pairs(_ pauses: [Range<Instant>]) -> [[String]] {
        pauses.map { [text($0.lowerBound), text($0.upperBound)] }
    }

    private static func written(_ calendar: BusinessCalendar) -> [String: Any] {
        let names: [BusinessCalendar.Weekday: String] = [
            .monday: "mon", .tuesday: "tue", .wednesday: "wed", .thursday: "thu", .friday: "fri", .saturday: "sat",
            .sunday: "sun",
        ]
        return [
            "timezone": calendar.timeZone,
            "hours": Dictionary(uniqueKeysWithValues: calendar.hours.map { (names[$0] ?? "", intervals($1)) }),
            "date_hours": Dictionary(uniqueKeysWithValues: calendar.dateHours.map { (date($0), intervals($1)) }),
            "breaks": Dictionary(uniqueKeysWithValues: calendar.breaks.map { (date($0), intervals($1)) }),
            "holidays": calendar.holidays.map(date),
        ]
    }

    private static func date(_ date: BusinessCalendar.Date) -> String {
        String(format: "%04d-%02d-%02d", date.year, date.month, date.day)
    }

    private static func intervals(_ hours: BusinessCalendar.Hours) -> [[String]] {
        hours.map { [clock($0.lowerBound), clock($0.upperBound)] }
    }

    private static func clock(_ second: Int) -> String {
        String(format: "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60)
    }
}
