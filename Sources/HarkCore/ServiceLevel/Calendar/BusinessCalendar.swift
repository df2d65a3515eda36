/// When a team works: weekly hours in a time zone, with exceptions.
///
/// Holidays beat date hours, date hours replace the weekday's, breaks are cut out of what is left.
public struct BusinessCalendar: Sendable {
    /// Part of a local day, in seconds after midnight: half open, `0..<86_400` is the whole day. A night shift goes on past
    /// `86_400`; it belongs to the day on which it begins.
    public typealias Hours = [Range<Int>]

    /// A local date.
    public struct Date: Sendable, Hashable, Comparable {
        /// Year, month 1…12, day 1…31.
        public var year, month, day: Int
        /// A local date.
        public init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
        /// Orders two values.
        public static func < (left: Date, right: Date) -> Bool {
            (left.year, left.month, left.day) < (right.year, right.month, right.day)
        }
    }

    /// Days of the week.
    public enum Weekday: Int, Sendable, CaseIterable {
        case monday = 1
        case tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// IANA name of the zone the hours are meant in.
    public let timeZone: String
    /// Hours by day of the week.
    public let hours: [Weekday: Hours]
    /// Hours of single dates, in place of the weekday's.
    public let dateHours: [Date: Hours]
    /// Closed parts of single dates.
    public let breaks: [Date: Hours]
    /// Closed dates.
    public let holidays: Set<Date>
    /// The same, made ready for counting.
    let timetable: Timetable

    /// A calendar. The zone must exist (``isKnownTimeZone(_:)``) and some hours must be open.
    public init(
        timeZone: String,
        hours: [Weekday: Hours],
        dateHours: [Date: Hours] = [:],
        breaks: [Date: Hours] = [:],
        holidays: Set<Date> = []
    ) {
        self.timeZone = timeZone
        self.hours = hours
        self.dateHours = dateHours
        self.breaks = breaks
        self.holidays = holidays
        let shifts = Weekday.allCases.map { hours[$0] ?? [] }
        let week = (0..<7).map { shifts[$0].today + shifts[($0 + 6) % 7].tomorrow }
        let own = dateHours.mapKeys(\.dayNumber)
        func shift(_ day: Int64) -> Hours { own[day] ?? shifts[Timetable.weekday(of: day)] }
        var dated: [Int64: Hours] = [:]
        for day in own.keys.flatMap({ [$0, $0 + 1] }) { dated[day] = shift(day).today + shift(day - 1).tomorrow }
        let pauses = breaks.mapKeys(\.dayNumber)
        for day in pauses.keys.flatMap({ [$0, $0 + 1] }) {
            let closed = (pauses[day] ?? []).today + (pauses[day - 1] ?? []).tomorrow
            dated[day] = (dated[day] ?? week[Timetable.weekday(of: day)]).cut(by: closed)
        }
        for date in holidays { dated[date.dayNumber] = [] }
        timetable = Timetable(zone: .zone(timeZone), week: week, dated: dated)
    }

    /// Open around the clock.
    public static let always = BusinessCalendar(
        timeZone: "GMT",
        hours: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [0..<86_400]) })
    )

    /// The calendar with more closed dates.
    public func closed(on dates: some Sequence<Date>) -> BusinessCalendar {
        BusinessCalendar(
            timeZone: timeZone,
            hours: hours,
            dateHours: dateHours,
            breaks: breaks,
            holidays: holidays.union(dates)
        )
    }
}

extension BusinessCalendar: Hashable {
    /// Whether two calendars say the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.timetable === right.timetable
            || (left.timeZone == right.timeZone && left.hours == right.hours && left.dateHours == right.dateHours
                && left.breaks == right.breaks && left.holidays == right.holidays)
    }

    /// Hashes what the calendar says.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(timeZone)
        hasher.combine(hours)
        hasher.combine(dateHours)
        hasher.combine(breaks)
        hasher.combine(holidays)
    }
}

extension BusinessCalendar.Date {
    /// The date a number of days after 1970-01-01.
    init(dayNumber: Int64) {
        let (year, month, day) = CivilDate.fromDays(dayNumber)
        self.init(year: Int(year), month: Int(month), day: Int(day))
    }

    /// Days after 1970-01-01.
    var dayNumber: Int64 { CivilDate.days(Int64(year), Int64(month), Int64(day)) }
}

extension Dictionary {
    fileprivate func mapKeys<NewKey: Hashable>(_ transform: (Key) -> NewKey) -> [NewKey: Value] {
        Dictionary<NewKey, Value>(map { (transform($0), $1) }) { _, last in last }
    }
}
