/// When a team works: weekly hours in a time zone, with exceptions.
///
/// Holidays beat date hours, date hours replace the weekday's, breaks are cut out of what is left.
public struct BusinessCalendar: Sendable, Hashable {
    /// Part of a local day, in seconds after midnight: half open, `0..<86_400` is the whole day.
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
    public var timeZone: String
    /// Hours by day of the week; overnight shifts are two intervals on two days.
    public var hours: [Weekday: Hours]
    /// Hours of single dates, in place of the weekday's.
    public var dateHours: [Date: Hours]
    /// Closed parts of single dates.
    public var breaks: [Date: Hours]
    /// Closed dates.
    public var holidays: Set<Date>

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
    }

    /// Open around the clock.
    public static let always = BusinessCalendar(
        timeZone: "GMT",
        hours: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [0..<86_400]) })
    )
}
