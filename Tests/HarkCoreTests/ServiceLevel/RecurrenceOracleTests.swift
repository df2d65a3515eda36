import Foundation
import HarkCore
import Testing

/// Random recurrence rules, held against `dateutil`.
struct RecurrenceOracleTests {
    private static let script = """
        import json, sys
        from datetime import datetime
        from dateutil.rrule import rrulestr

        answers = []
        for start, rule in json.load(sys.stdin):
            days = rrulestr(rule, dtstart=datetime.strptime(start, "%Y%m%d"))
            answers.append([f"{day:%Y%m%d}" for day in days.between(datetime(2000, 1, 1), datetime(2039, 12, 31), inc=True)])
        json.dump(answers, sys.stdout)
        """

    static let canRun = (try? Python.run("import dateutil.rrule", input: "")) != nil

    @Test(.enabled(if: canRun, "python3 with dateutil is not installed"))
    func randomRulesNameTheSameDays() throws {
        var random = RandomCalendar(seed: 7)
        let rules = (0..<RandomCalendar.runs(800) / 20).map { _ in Self.rule(&random) }
        let input = try JSONEncoder().encode(rules.map { [$0.start, $0.rule] })
        let answer = try Python.run(Self.script, input: String(decoding: input, as: UTF8.self))
        let theirs = try JSONDecoder().decode([[String]].self, from: answer)
        try #require(theirs.count == rules.count)
        for (rule, expected) in zip(rules, theirs) {
            let text =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:\(rule.start)\nRRULE:\(rule.rule)\nEND:VEVENT\n"
            let feed = HolidayFeed(text, years: 2000..<2040)
            let ours = feed.dates.sorted().map { String(format: "%04d%02d%02d", $0.year, $0.month, $0.day) }
            #expect(ours == expected, "\(rule) \(feed.problems)")
        }
    }

    private static func rule(_ random: inout RandomCalendar) -> (start: String, rule: String) {
        let date = BusinessCalendar.always.date(at: random.instant(1990..<2030))
        let start = String(format: "%04d%02d%02d", date.year, date.month, date.day)
        let frequency = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"][random.number(0...3)]
        var parts = ["FREQ=" + frequency, "INTERVAL=\(random.number(1...4))"]
        if random.chance(30) { parts.append("COUNT=\(random.number(1...40))") }
        let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let hasOrdinal = frequency == "YEARLY" || frequency == "MONTHLY"
        // One restriction a rule: dateutil looks for the days of an impossible rule until the year 9999.
        switch random.number(0...4) {
        case 0: parts.append("BYMONTH=\(random.number(1...6)),\(random.number(7...12))")
        case 1: parts.append("BYDAY=\(days[random.number(0...6)]),\(days[random.number(0...6)])")
        case 2 where hasOrdinal:
            let ordinal = [-2, -1, 1, 2, 3, 4][random.number(0...5)]
            parts.append("BYDAY=\(ordinal)\(days[random.number(0...6)]),\(ordinal)\(days[random.number(0...6)])")
        case 3 where frequency != "WEEKLY":
            parts.append("BYMONTHDAY=\(random.number(1...28)),-\(random.number(1...28))")
        case 4 where frequency == "YEARLY":
            parts.append("BYYEARDAY=\(random.number(1...300)),-\(random.number(1...60))")
        default: break
        }
        if random.chance(20), frequency != "DAILY" { parts.append("BYSETPOS=\(random.number(1...2)),-1") }
        if random.chance(20) { parts.append("WKST=SU") }
        return (start, parts.joined(separator: ";"))
    }
}
