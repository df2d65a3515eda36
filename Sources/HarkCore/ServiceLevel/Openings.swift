/// The open times of a calendar that end after an instant, in order, day by day.
struct Openings: Sequence, IteratorProtocol {
    /// How many days are looked at: ten years.
    static let horizon: Int64 = 3660
    /// A hundred years and some days, in milliseconds.
    static let century: Int64 = 36_590 * 86_400_000

    private let calendar: BusinessCalendar
    private let zone: LocalTime
    private let start: Instant
    private var day: Int64
    private let end: Int64
    private var waiting: ArraySlice<Range<Instant>> = []

    init(of calendar: BusinessCalendar, from start: Instant, days: Int64 = Self.horizon) {
        self.calendar = calendar
        self.start = start
        zone = LocalTime.zone(calendar.timeZone)
        // The local date is the UTC date or a neighbour of it.
        day = LocalTime.utcDay(of: start) - 1
        end = day + days
    }

    mutating func next() -> Range<Instant>? {
        while true {
            while let open = waiting.popFirst() {
                if open.upperBound > start { return open }
            }
            guard day < end else { return nil }
            waiting = calendar.openings(on: day, in: zone)[...]
            day += 1
        }
    }
}

extension BusinessCalendar {
    /// The open times of one local day, in order and apart from each other.
    fileprivate func openings(on day: Int64, in zone: LocalTime) -> [Range<Instant>] {
        let date = Date(dayNumber: day)
        guard !holidays.contains(date), let weekday = Weekday(dayNumber: day),
            let open = dateHours[date] ?? hours[weekday], !open.isEmpty
        else { return [] }
        let midnight = zone.instant(day: day, second: 0)
        let nextMidnight = zone.instant(day: day + 1, second: 0)
        // A date that a zone skipped has no hours.
        guard midnight < nextMidnight else { return [] }
        let instants = Self.cut(breaks[date] ?? [], from: open).compactMap { range -> Range<Instant>? in
            let begin = zone.instant(day: day, second: range.lowerBound)
            let end = min(zone.instant(day: day, second: range.upperBound), nextMidnight)
            return begin < end ? begin..<end : nil
        }
        return Self.joined(instants)
    }

    /// The parts of the hours that lie in no break.
    private static func cut(_ breaks: Hours, from hours: Hours) -> Hours {
        breaks.reduce(hours.map { $0.clamped(to: 0..<86_400) }) { open, pause in
            open.flatMap { range in
                let before =
                    range.lowerBound..<Swift.max(range.lowerBound, Swift.min(range.upperBound, pause.lowerBound))
                let after =
                    Swift.min(range.upperBound, Swift.max(range.lowerBound, pause.upperBound))..<range.upperBound
                return pause.isEmpty ? [range] : [before, after].filter { !$0.isEmpty }
            }
        }
    }

    /// The union: hours may touch or overlap, and the end of a daylight-saving gap moves into what follows it.
    private static func joined(_ ranges: [Range<Instant>]) -> [Range<Instant>] {
        ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { union, range in
            if let last = union.last, range.lowerBound <= last.upperBound {
                union[union.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                union.append(range)
            }
        }
    }
}

extension BusinessCalendar.Date {
    /// The date a number of days after 1970-01-01.
    init(dayNumber: Int64) {
        let (year, month, day) = CivilDate.fromDays(dayNumber)
        self.init(year: Int(year), month: Int(month), day: Int(day))
    }
}

extension BusinessCalendar.Weekday {
    /// The weekday a number of days after 1970-01-01, which was a Thursday.
    fileprivate init?(dayNumber: Int64) {
        self.init(rawValue: Int(((dayNumber + 3) % 7 + 7) % 7) + 1)
    }
}
