/// A calendar made ready for counting: the open time of a usual week, and the days that differ from it, in order.
///
/// Open time between two instants is then arithmetic on whole weeks and a binary search, however many years lie between.
/// It covers ``LocalTime/days``; nothing is open before or after.
final class Timetable: Sendable {
    let zone: LocalTime
    private let week: [BusinessCalendar.Hours]
    /// Open seconds of a usual week before each weekday; the last is the whole week's.
    private let weekBefore: [Int64]
    /// Hours of days that have their own.
    private let dated: [Int64: BusinessCalendar.Hours]
    /// Days whose open time differs from the usual, in order.
    private let days: [Int64]
    /// What these days have more than the usual, in milliseconds, summed up before each of them and after the last.
    private let excess: [Int64]

    /// A timetable from the hours of the week, Monday first, and the hours of days that have their own.
    init(zone: LocalTime, week: [BusinessCalendar.Hours], dated: [Int64: BusinessCalendar.Hours]) {
        let week = week.map { $0.map { $0.clamped(to: 0..<86_400) }.filter { !$0.isEmpty }.merged() }
        let dated = dated.mapValues { $0.map { $0.clamped(to: 0..<86_400) }.filter { !$0.isEmpty }.merged() }
        self.zone = zone
        self.week = week
        self.dated = dated
        let lengths = week.map { $0.reduce(Int64(0)) { $0 + Int64($1.count) } }
        weekBefore = lengths.reduce(into: [0]) { sums, length in sums.append((sums.last ?? 0) + length) }
        var days: [Int64] = []
        var excess: [Int64] = [0]
        for day in zone.unsteadyDays.union(dated.keys).sorted() where LocalTime.days.contains(day) {
            let hours = dated[day] ?? week[Self.weekday(of: day)]
            let actual = Self.openings(hours, on: day, in: zone).reduce(Int64(0)) { $0 + $1.milliseconds }
            let difference = actual - lengths[Self.weekday(of: day)] * 1000
            guard difference != 0 else { continue }
            days.append(day)
            excess.append((excess.last ?? 0) + difference)
        }
        self.days = days
        self.excess = excess
    }

    /// The day of the week, 0 for Monday. 1970-01-01 was a Thursday.
    static func weekday(of day: Int64) -> Int { Int(((day + 3) % 7 + 7) % 7) }

    /// The open times of a local day, in order and apart from each other.
    func openings(on day: Int64) -> [Range<Instant>] {
        guard LocalTime.days.contains(day) else { return [] }
        return Self.openings(dated[day] ?? week[Self.weekday(of: day)], on: day, in: zone)
    }

    private static func openings(
        _ hours: BusinessCalendar.Hours,
        on day: Int64,
        in zone: LocalTime
    ) -> [Range<Instant>] {
        guard !hours.isEmpty else { return [] }
        let midnight = zone.instant(day: day, second: 0)
        let nextMidnight = zone.instant(day: day + 1, second: 0)
        // A date that a zone skipped has no hours; the end of a gap may move into what follows it.
        return hours.compactMap { range -> Range<Instant>? in
            let begin = max(zone.instant(day: day, second: range.lowerBound), midnight)
            let end = min(zone.instant(day: day, second: range.upperBound), nextMidnight)
            return begin < end ? begin..<end : nil
        }.merged()
    }

    /// Open milliseconds from the first Monday before the epoch to the beginning of a day; negative before it.
    func open(before day: Int64) -> Int64 {
        let weeks = LocalTime.floorDivision(day + 3, 7)
        let usual = weeks * weekBefore[7] + weekBefore[Self.weekday(of: day)]
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        return usual * 1000 + excess[low]
    }
}

extension Range where Bound == Instant {
    /// The length in milliseconds.
    var milliseconds: Int64 { (upperBound - lowerBound).milliseconds }
}
