import HarkCore
import Testing

struct BusinessCalendarTests {
    /// Weekdays nine to five in Berlin, closed at Christmas, short on New Year's Eve.
    private let office = BusinessCalendar(
        timeZone: "Europe/Berlin",
        hours: [
            .monday: [32_400..<61_200], .tuesday: [32_400..<61_200], .wednesday: [32_400..<61_200],
            .thursday: [32_400..<61_200], .friday: [32_400..<61_200],
        ],
        dateHours: [
            .init(year: 2026, month: 12, day: 31): [36_000..<43_200],
            .init(year: 2026, month: 12, day: 25): [0..<86_400],
        ],
        breaks: [.init(year: 2026, month: 11, day: 24): [43_200..<46_800]],
        holidays: [.init(year: 2026, month: 12, day: 25)]
    )

    /// Monday evening to Tuesday morning, written as two intervals.
    private let night = BusinessCalendar(
        timeZone: "Europe/Berlin",
        hours: [.monday: [79_200..<86_400], .tuesday: [0..<21_600]]
    )

    @Test(arguments: [
        ("within a day", "2026-11-23T09:00:00Z", 3600, "2026-11-23T10:00:00Z"),
        ("over the weekend", "2026-11-20T15:30:00Z", 3600, "2026-11-23T08:30:00Z"),
        ("before the opening", "2026-11-23T05:00:00Z", 3600, "2026-11-23T09:00:00Z"),
        ("exactly to the closing", "2026-11-23T15:00:00Z", 3600, "2026-11-23T16:00:00Z"),
        ("around a break", "2026-11-24T10:30:00Z", 3600, "2026-11-24T12:30:00Z"),
        ("over a holiday that has date hours too", "2026-12-24T15:30:00Z", 3600, "2026-12-28T08:30:00Z"),
        ("through a short day", "2026-12-31T10:00:00Z", 7200, "2027-01-01T09:00:00Z"),
        ("over the end of summer time", "2026-10-23T14:30:00Z", 3600, "2026-10-26T08:30:00Z"),
        ("no time at all", "2026-11-22T12:00:00Z", 0, "2026-11-22T12:00:00Z"),
    ])
    func openTimeIsUsedUp(what: String, start: String, seconds: Int64, due: String) {
        #expect(office.instant(after: .seconds(seconds), from: at(start)) == at(due), "\(what)")
        #expect(office.openTime(from: at(start), to: at(due)) == .seconds(seconds), "\(what), counted back")
    }

    @Test func aClosingIsClosedAndAnOpeningIsOpen() {
        #expect(office.isOpen(at: at("2026-11-23T08:00:00Z")))
        #expect(!office.isOpen(at: at("2026-11-23T16:00:00Z")))
        #expect(!office.isOpen(at: at("2026-11-22T10:00:00Z")))
        #expect(office.nextOpening(at: at("2026-11-23T16:00:00Z")) == at("2026-11-24T08:00:00Z"))
        #expect(office.nextOpening(at: at("2026-11-23T09:00:00Z")) == at("2026-11-23T09:00:00Z"))
        #expect(office.nextClosing(at: at("2026-11-23T16:00:00Z")) == at("2026-11-24T11:00:00Z"))
    }

    @Test func anEveningAndTheMorningAfterAreOneShift() {
        #expect(night.nextClosing(at: at("2026-11-23T21:30:00Z")) == at("2026-11-24T05:00:00Z"))
        #expect(night.isOpen(at: at("2026-11-23T23:00:00Z")))
        #expect(night.openTime(from: at("2026-11-23T12:00:00Z"), to: at("2026-11-24T12:00:00Z")) == .hours(8))
    }

    @Test func aDayOfTwentyFiveHoursHasTwentyFive() {
        let sundays = BusinessCalendar(timeZone: "Europe/Berlin", hours: [.sunday: [0..<86_400]])
        let week = at("2026-10-20T00:00:00Z")
        #expect(sundays.openTime(from: week, to: week + .days(7)) == .hours(25))
        let spring = at("2026-03-24T00:00:00Z")
        #expect(sundays.openTime(from: spring, to: spring + .days(7)) == .hours(23))
    }

    @Test func hoursInsideAGapAreDroppedAndHoursThatEndInItMove() {
        let early = BusinessCalendar(timeZone: "Europe/Berlin", hours: [.sunday: [7200..<10_800]])
        let late = BusinessCalendar(timeZone: "Europe/Berlin", hours: [.sunday: [3600..<9000, 10_800..<14_400]])
        let spring = at("2026-03-24T00:00:00Z")
        #expect(early.openTime(from: spring, to: spring + .days(7)) == .zero)
        #expect(late.openTime(from: spring, to: spring + .days(7)) == .hours(2))
    }

    @Test func aDateThatTheZoneSkippedHasNoHours() {
        // Samoa went from Thursday the 29th to Saturday the 31st of December 2011.
        let fridays = BusinessCalendar(timeZone: "Pacific/Apia", hours: [.friday: [32_400..<61_200]])
        let week = at("2011-12-27T00:00:00Z")
        #expect(fridays.openTime(from: week, to: week + .days(6)) == .zero)
    }

    @Test func aCalendarThatNeverOpensOrNeverClosesSaysSo() {
        let never = BusinessCalendar(timeZone: "UTC", hours: [:])
        #expect(never.instant(after: .seconds(1), from: noon) == nil)
        #expect(never.nextOpening(at: noon) == nil)
        #expect(never.nextClosing(at: noon) == nil)
        #expect(BusinessCalendar.always.nextClosing(at: noon) == nil)
        #expect(BusinessCalendar.always.instant(after: .days(400), from: noon) == noon + .days(400))
    }

    @Test func noInstantCrashesTheArithmetic() {
        let extremes = [Int64.min, -62_135_596_800_000, 0, 253_402_300_799_999, Int64.max].map {
            Instant(milliseconds: $0)
        }
        for start in extremes {
            _ = office.openTime(from: start, to: Instant(milliseconds: .max))
            _ = office.instant(after: .days(30), from: start)
            _ = office.isOpen(at: start)
            _ = office.nextClosing(at: start)
        }
    }

    @Test(arguments: [
        ("Europe/Berlin", true), ("America/Argentina/Buenos_Aires", true), ("UTC", true), ("Etc/UTC", true),
        ("Europe/Atlantis", false), ("Berlin", false), ("CET+1", false), ("", false), ("../../etc/passwd", false),
    ])
    func onlyZonesOfTheDatabaseAreKnown(name: String, isKnown: Bool) {
        #expect(BusinessCalendar.isKnownTimeZone(name) == isKnown)
    }

    /// A shift past midnight counts like its two parts, and goes with the day on which it begins.
    @Test func aNightShiftIsItsTwoParts() {
        let eve = BusinessCalendar.Date(year: 2026, month: 12, day: 24)
        let night = BusinessCalendar(
            timeZone: "Europe/Berlin",
            hours: [.thursday: [79_200..<108_000], .saturday: [79_200..<108_000]],
            dateHours: [eve: [36_000..<43_200]],
            breaks: [.init(year: 2026, month: 12, day: 12): [82_800..<90_000]]
        )
        let parts = BusinessCalendar(
            timeZone: "Europe/Berlin",
            hours: [
                .thursday: [79_200..<86_400], .friday: [0..<21_600],
                .saturday: [79_200..<86_400], .sunday: [0..<21_600],
            ],
            dateHours: [eve: [36_000..<43_200], .init(year: 2026, month: 12, day: 25): []],
            breaks: [
                .init(year: 2026, month: 12, day: 12): [82_800..<86_400],
                .init(year: 2026, month: 12, day: 13): [0..<3600],
            ]
        )
        let start = at("2026-01-01T00:00:00Z")
        #expect(night.periods(from: start, limit: 150) == parts.periods(from: start, limit: 150))
    }

    @Test func manyThreadsCountTheSame() async {
        let start = at("2026-01-01T00:00:00Z")
        let once = office.openTime(from: start, to: start + .days(700))
        await withTaskGroup(of: Span.self) { group in
            for _ in 0..<8 { group.addTask { office.openTime(from: start, to: start + .days(700)) } }
            for await span in group { #expect(span == once) }
        }
    }
}

func at(_ text: String) -> Instant { Instant(text) ?? Instant(seconds: 0) }
