import Foundation
import HarkCore
import Testing

/// Whole-day events of an iCalendar file close the team.
struct HolidayFeedTests {
    private func feed(_ events: String...) -> HolidayFeed {
        let text = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT" }.joined(separator: "\n")
        return HolidayFeed("BEGIN:VCALENDAR\n\(text)\nEND:VCALENDAR\n", years: 2024..<2029)
    }

    private func dates(_ feed: HolidayFeed) -> [String] {
        feed.dates.sorted().map { "\($0.year)-\($0.month)-\($0.day)" }
    }

    @Test(arguments: [
        ("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261227", ["2026-12-25", "2026-12-26"]),
        ("DTSTART;VALUE=DATE:20261225", ["2026-12-25"]),
        ("DTSTART;VALUE=DATE:20261225\nDURATION:P3D", ["2026-12-25", "2026-12-26", "2026-12-27"]),
        ("DTSTART:20261224T000000\nDTEND:20261225T000000", ["2026-12-24"]),
        ("DTSTART:20261224T140000\nDTEND:20261224T180000", []),
        (
            "DTSTART;VALUE=DATE:20101003\nRRULE:FREQ=YEARLY",
            ["2024-10-3", "2025-10-3", "2026-10-3", "2027-10-3", "2028-10-3"]
        ),
        (
            "DTSTART;VALUE=DATE:20241128\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3",
            ["2024-11-28", "2025-11-27", "2026-11-26"]
        ),
        (
            "DTSTART;VALUE=DATE:20240527\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20260601",
            ["2024-5-27", "2025-5-26", "2026-5-25"]
        ),
        (
            "DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20251225,20271225\nRDATE;VALUE=DATE:20250106",
            ["2024-12-25", "2025-1-6", "2026-12-25", "2028-12-25"]
        ),
        ("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY", ["2024-2-29", "2028-2-29"]),
        ("DTSTART;VALUE=DATE:20270131\nRRULE:FREQ=MONTHLY;COUNT=3", ["2027-1-31", "2027-3-31", "2027-5-31"]),
        ("DTSTART;VALUE=DATE:20260101\nSTATUS:CANCELLED", []),
        ("DTSTART;VALUE=DATE:20260329\nSUMMARY:Beginn der Sommerzeit", []),
    ])
    func anEventClosesItsDays(event: String, closed: [String]) {
        let feed = feed(event)
        #expect(dates(feed) == closed, "\(feed.problems)")
    }

    @Test func aMovedDayOfASeriesStandsWhereItWasMovedTo() {
        let feed = feed(
            "UID:a\nDTSTART;VALUE=DATE:20240501\nRRULE:FREQ=YEARLY;COUNT=2",
            "UID:a\nRECURRENCE-ID;VALUE=DATE:20250501\nDTSTART;VALUE=DATE:20250502"
        )
        #expect(dates(feed) == ["2024-5-1", "2025-5-2"])
    }

    @Test func foldedLinesAndForeignPartsDoNotDisturb() {
        let text = """
            BEGIN:VCALENDAR\r
            BEGIN:VTIMEZONE\r
            DTSTART:19700329T020000\r
            END:VTIMEZONE\r
            BEGIN:VEVENT\r
            SUMMARY;LANGUAGE="de:x":Weihnachten, ein lan\r
             ger Name\r
            DTSTART;VALUE=DA\r
             TE:20261225\r
            BEGIN:VALARM\r
            DTSTART;VALUE=DATE:20260101\r
            END:VALARM\r
            END:VEVENT\r
            END:VCALENDAR\r
            """
        #expect(dates(HolidayFeed(text)) == ["2026-12-25"])
    }

    @Test(arguments: ["", "<html>", "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VEVENT\nRRULE:FREQ=SECONDLY\nEND:VEVENT"])
    func whatIsNoCalendarClosesNothingAndSaysSo(text: String) {
        let feed = HolidayFeed(text)
        #expect(feed.dates.isEmpty && !feed.problems.isEmpty)
    }

    @Test func aRuleNobodyUnderstandsIsNamed() {
        let feed = feed("DTSTART;VALUE=DATE:20260101\nSUMMARY:Odd\nRRULE:FREQ=YEARLY;BYEASTER=0")
        #expect(feed.dates.isEmpty)
        #expect(feed.problems.first?.contains("Odd") == true)
    }
}
