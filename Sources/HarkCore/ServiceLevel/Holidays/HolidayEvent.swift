/// One event of an iCalendar file, as far as it closes days.
struct HolidayEvent {
    var uid = ""
    /// The day of the series that this event stands in for.
    var replaces: BusinessCalendar.Date?
    private var summary = ""
    private var isCancelled = false
    private var start: (date: BusinessCalendar.Date, isWholeDay: Bool)?
    private var end: (date: BusinessCalendar.Date, isWholeDay: Bool)?
    private var duration: Int64?
    private var rule: String?
    private var added: [BusinessCalendar.Date] = []
    private var excluded: Set<BusinessCalendar.Date> = []

    /// Longer events than a year are somebody's mistake.
    private static let longest: Int64 = 366

    mutating func take(_ line: ContentLine) {
        switch line.name {
        case "UID": uid = line.value
        case "SUMMARY": summary = line.value
        case "STATUS": isCancelled = line.value.uppercased() == "CANCELLED"
        case "DTSTART": start = line.dates.first
        case "DTEND": end = line.dates.first
        case "DURATION": duration = Self.days(line.value)
        case "RRULE": rule = line.value
        case "RDATE": added += line.dates.map(\.date)
        case "EXDATE": excluded.formUnion(line.dates.map(\.date))
        case "RECURRENCE-ID": replaces = line.dates.first?.date
        default: break
        }
    }

    /// Why the event cannot be understood; nil when it can.
    var problem: String? {
        let name = SafeLine.snippet(summary, limit: 60)
        guard start != nil else { return "“\(name)” has no date" }
        guard let rule else { return nil }
        return RecurrenceRule(rule) == nil
            ? "“\(name)” repeats by a rule that is not understood: \(SafeLine.snippet(rule))" : nil
    }

    /// Whether the event closes nothing.
    var isSkipped: Bool {
        isCancelled || start?.isWholeDay != true || end?.isWholeDay == false || announcesClocks
    }

    /// Calendars of public holidays also say when the clocks change, which closes nothing.
    private var announcesClocks: Bool {
        let words = summary.lowercased()
        return ["daylight saving", "sommerzeit", "summer time", "winterzeit", "zeitumstellung"].contains {
            words.contains($0)
        }
    }

    /// The days it closes within some years, without the days of its series that other events stand in for.
    func dates(in years: Range<Int>, except away: Set<BusinessCalendar.Date>) -> Set<BusinessCalendar.Date> {
        guard let first = start?.date else { return [] }
        let series = rule.flatMap { RecurrenceRule($0) }?.dates(from: first, until: years.upperBound) ?? [first]
        let begins = Set(series + added).subtracting(excluded).subtracting(away)
        let length = min(max(duration ?? end.map { $0.date.dayNumber - first.dayNumber } ?? 1, 1), Self.longest)
        var dates: Set<BusinessCalendar.Date> = []
        for begin in begins {
            for offset in 0..<length {
                let date = BusinessCalendar.Date(dayNumber: begin.dayNumber + offset)
                if years.contains(date.year) { dates.insert(date) }
            }
        }
        return dates
    }

    /// Whole days of `P3D` or `P1W`.
    private static func days(_ text: String) -> Int64? {
        guard text.hasPrefix("P"), let unit = text.last, let count = Int64(text.dropFirst().dropLast()) else {
            return nil
        }
        return unit == "W" ? count * 7 : unit == "D" ? count : nil
    }
}
