import HarkCore

/// Reads a team's working time: zone, hours, holidays and exceptions.
enum CalendarReader {
    static let keys = ["time_zone", "hours", "date_hours", "breaks", "holidays"]

    static func calendar(_ team: Item, _ fields: [String: Item]) -> BusinessCalendar {
        var calendar = BusinessCalendar.always
        let hours = fields["hours"]
        let isAlways = hours.map { $0.word == "always" } ?? true
        if let zone = fields["time_zone"]?.text("time_zone") {
            if BusinessCalendar.isKnownTimeZone(zone) {
                calendar.timeZone = zone
            } else {
                fields["time_zone"]?.wrong("“time_zone”: “\(zone.shortened)” is not known; write Europe/Berlin or UTC")
            }
        } else if !isAlways, fields["time_zone"] == nil {
            team.wrong("“time_zone” is missing; hours need one, for example Europe/Berlin")
        }
        if let hours, !isAlways { calendar.hours = weekly(hours) }
        calendar.dateHours = dated(fields["date_hours"], "date_hours")
        calendar.breaks = dated(fields["breaks"], "breaks")
        calendar.holidays = Set((fields["holidays"]?.list("holidays") ?? []).compactMap { date($0, "holidays") })
        return calendar
    }

    /// The hours in which only critical alerts are mailed.
    static func quietHours(_ item: Item, zone: String) -> BusinessCalendar {
        var calendar = BusinessCalendar.always
        calendar.timeZone = zone
        calendar.hours = weekly(item, "quiet_hours")
        return calendar
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
