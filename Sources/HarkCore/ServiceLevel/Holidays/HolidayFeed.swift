/// The closed days of an iCalendar file: whole-day events, repeated by their rules.
///
/// Events with a time of day close nothing. Cancelled events, and those that only announce a change of the clocks, are left
/// out. A text that is no calendar has no days.
public struct HolidayFeed: Sendable, Hashable {
    /// The days on which something closes, over the years that were asked for.
    public let dates: Set<BusinessCalendar.Date>
    /// How many events were understood.
    public let events: Int
    /// What was left out, in words.
    public let problems: [String]

    /// More events than this are no list of holidays.
    public static let mostEvents = 5000

    /// Reads a feed. Only days within `years` are told.
    public init(_ text: String, years: Range<Int> = 2000..<2100) {
        var reader = HolidayReader()
        for line in ContentLine.lines(of: text) { reader.take(line) }
        let kept = reader.events.prefix(Self.mostEvents)
        let moved = Dictionary(grouping: kept.compactMap { event in event.replaces.map { (event.uid, $0) } }, by: \.0)
        var problems = reader.problems
        if reader.events.count > Self.mostEvents {
            problems.append("only the first \(Self.mostEvents) events were read")
        }
        if !reader.isCalendar { problems.append("the text is no iCalendar file") }
        var dates: Set<BusinessCalendar.Date> = []
        for event in kept where !event.isSkipped {
            let away = event.replaces == nil ? Set((moved[event.uid] ?? []).map(\.1)) : []
            dates.formUnion(event.dates(in: years, except: away))
        }
        self.dates = dates
        self.problems = problems
        events = kept.count { !$0.isSkipped }
    }
}

/// Collects the events of a calendar, property by property.
private struct HolidayReader {
    var events: [HolidayEvent] = []
    var problems: [String] = []
    var isCalendar = false
    private var event: HolidayEvent?
    /// Alarms and zones inside or beside an event have dates of their own.
    private var depth = 0

    mutating func take(_ line: ContentLine) {
        switch (line.name, line.value.uppercased()) {
        case ("BEGIN", "VCALENDAR"): isCalendar = true
        case ("BEGIN", "VEVENT"): event = HolidayEvent()
        case ("BEGIN", _): depth += 1
        case ("END", "VEVENT"): finish()
        case ("END", "VCALENDAR"): break
        case ("END", _): depth = max(depth - 1, 0)
        default: if depth == 0 { event?.take(line) }
        }
    }

    private mutating func finish() {
        guard let event else { return }
        self.event = nil
        if let problem = event.problem { problems.append(problem) } else { events.append(event) }
    }
}
