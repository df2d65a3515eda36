import Foundation
import HarkCore

/// Calendars and instants for properties that hold for all of them.
struct RandomCalendar {
    static let zones = TimeZone.knownTimeZoneIdentifiers.filter { BusinessCalendar.isKnownTimeZone($0) }.sorted()

    /// How often a property is tried: few times in the suite, as often as `HARK_RUNS` says on demand.
    static func runs(_ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["HARK_RUNS"].flatMap { Int($0) } ?? usual
    }

    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    /// An instant to the second between the beginnings of two years.
    mutating func instant(_ years: Range<Int> = 2000..<2100) -> Instant {
        let (first, last) = (Self.newYear(years.lowerBound), Self.newYear(years.upperBound))
        return Instant(seconds: Int64.random(in: first..<last, using: &generator))
    }

    private static func newYear(_ year: Int) -> Int64 { at("\(year)-01-01T00:00:00Z").milliseconds / 1000 }

    /// Hours of a day: often the usual, sometimes split, at night, around midnight or all day; quarter hours mostly.
    mutating func hours() -> BusinessCalendar.Hours {
        switch number(0...9) {
        case 0: return [0..<86_400]
        case 1: return [0..<21_600, 79_200..<86_400]
        case 2: return [5400..<10_800]
        case 3: return [number(0...40_000)..<number(40_001...86_400)]
        default:
            let cuts = (0..<2 * number(1...3)).map { _ in number(0...96) * 900 }.sorted()
            let parts = stride(from: 0, to: cuts.count, by: 2).map { cuts[$0]..<cuts[$0 + 1] }
            return parts.filter { !$0.isEmpty }
        }
    }

    /// A calendar with exceptions near an instant, open at least on one day of the week.
    mutating func calendar(near instant: Instant) -> BusinessCalendar {
        var hours: [BusinessCalendar.Weekday: BusinessCalendar.Hours] = [:]
        for day in BusinessCalendar.Weekday.allCases where chance(70) { hours[day] = self.hours() }
        if hours.values.allSatisfy(\.isEmpty) { hours[.wednesday] = [32_400..<61_200] }
        var holidays: Set<BusinessCalendar.Date> = []
        var dateHours: [BusinessCalendar.Date: BusinessCalendar.Hours] = [:]
        var breaks = dateHours
        for _ in 0..<number(0...6) { holidays.insert(date(near: instant)) }
        for _ in 0..<number(0...3) { dateHours[date(near: instant)] = self.hours() }
        for _ in 0..<number(0...3) { breaks[date(near: instant)] = self.hours() }
        return BusinessCalendar(
            timeZone: Self.zones[number(0...Self.zones.count - 1)],
            hours: hours,
            dateHours: dateHours,
            breaks: breaks,
            holidays: holidays
        )
    }

    private mutating func date(near instant: Instant) -> BusinessCalendar.Date {
        BusinessCalendar.always.date(at: instant + .days(Int64(number(-10...40))))
    }

    /// Pauses after an instant, in any order, some of which overlap.
    mutating func pauses(after instant: Instant) -> [Range<Instant>] {
        (0..<number(0...4)).map { _ in
            let start = instant + .minutes(Int64(number(-300...20_000)))
            return start..<start + .minutes(Int64(number(0...4000)))
        }
    }
}
