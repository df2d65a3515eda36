import HarkCore

/// Reads a team's working time: zone, hours, holidays and exceptions.
enum CalendarReader {
    static let keys = ["time_zone", "hours", "date_hours", "breaks", "holidays", "holidays_from"]

    static func calendar(_ team: Item, _ fields: [String: Item], places: CalendarPlaces) -> BusinessCalendar {
        let hours = fields["hours"]
        let isAlways = hours.map { $0.word == "always" } ?? true
        if !isAlways, fields["time_zone"] == nil {
            team.wrong("“time_zone” is missing; hours need one, for example Europe/Berlin")
        }
        return BusinessCalendar(
            timeZone: fields["time_zone"].flatMap(zone) ?? BusinessCalendar.always.timeZone,
            hours: hours.flatMap { isAlways ? nil : weekly($0) } ?? BusinessCalendar.always.hours,
            dateHours: dated(fields["date_hours"], "date_hours"),
            breaks: dated(fields["breaks"], "breaks"),
            holidays: Set((fields["holidays"]?.list("holidays") ?? []).flatMap { dates($0) })
                .union((fields["holidays_from"]?.oneOrMore("holidays_from") ?? []).flatMap(places.dates))
        )
    }

    /// A date, or a day of every year: `12-25`.
    private static func dates(_ item: Item) -> [BusinessCalendar.Date] {
        guard let text = item.word, text.utf8.count == 5 else { return date(item, "holidays").map { [$0] } ?? [] }
        let every = (2000..<2100).compactMap { BusinessCalendar.Date(written: "\($0)-\(text)") }
        if every.isEmpty { item.wrong("“holidays”: “\(text)” is no day of the year; write 12-25") }
        return every
    }

    private static func zone(_ item: Item) -> String? {
        guard let zone = item.text("time_zone") else { return nil }
        guard BusinessCalendar.isKnownTimeZone(zone) else {
            item.wrong("“time_zone”: “\(zone.shortened)” is not known; write Europe/Berlin or UTC")
            return nil
        }
        return zone
    }

    /// The hours in which only critical alerts are mailed.
    static func quietHours(_ item: Item, zone: String) -> BusinessCalendar {
        BusinessCalendar(timeZone: zone, hours: weekly(item, "quiet_hours"))
    }

    private static func weekly(_ item: Item, _ name: String = "hours") -> [BusinessCalendar.Weekday: BusinessCalendar
        .Hours]
    {
        var hours: [BusinessCalendar.Weekday: BusinessCalendar.Hours] = [:]
        for (key, value) in item.pairs(name) {
            guard let days = Hours.days(key) else {
                value.wrong("“\(key.shortened)” names no days; write mon, mon-fri, daily, weekdays or weekend")
                continue
            }
            let parts = Hours.parts(key, value)
            for day in days where hours.updateValue(parts, forKey: day) != nil {
                value.wrong("“\(key)”: \(day) has hours already; give each day once")
            }
        }
        if hours.values.allSatisfy(\.isEmpty) {
            item.wrong("“\(name)” is never open; write days with hours, or always")
        }
        return hours
    }

    private static func dated(_ item: Item?, _ name: String) -> [BusinessCalendar.Date: BusinessCalendar.Hours] {
        var hours: [BusinessCalendar.Date: BusinessCalendar.Hours] = [:]
        for (key, value) in item?.pairs(name) ?? [] {
            guard let date = BusinessCalendar.Date(written: key) else {
                value.wrong("“\(key.shortened)” is no date; write 2026-12-24")
                continue
            }
            hours[date] = Hours.parts(key, value)
        }
        return hours
    }

    private static func date(_ item: Item, _ name: String) -> BusinessCalendar.Date? {
        guard let text = item.text(name) else { return nil }
        let date = BusinessCalendar.Date(written: text)
        if date == nil { item.wrong("“\(name)”: “\(text.shortened)” is no date; write 2026-12-24") }
        return date
    }
}
