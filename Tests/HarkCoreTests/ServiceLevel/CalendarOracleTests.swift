import Testing

@testable import HarkCore

/// Held against what other projects' suites expect of business time.
struct CalendarOracleTests {
    @Test(.enabled(if: CalendarOracle.isThere, "set HARK_SHARED to the folder that holds sla-cases.json"))
    func theArithmeticAgreesWithEverySuite() throws {
        let oracle = try CalendarOracle.read()
        let calendars = oracle.calendars.mapValues { BusinessCalendar($0) }
        var agreed: [String: Int] = [:]
        var asked: [String: Int] = [:]
        for one in oracle.cases where one.kind != "subtract" {
            let calendar = one.calendar.flatMap { calendars[$0] } ?? .always
            let (ours, theirs) = answers(to: one, by: calendar)
            asked[one.kind, default: 0] += 1
            if theirs.contains(ours) { agreed[one.kind, default: 0] += 1 }
            #expect(theirs.contains(ours), "\(one.id) \(one.kind) \(one.tags)")
        }
        for (kind, count) in asked.sorted(by: { $0.key < $1.key }) {
            print("business time, \(kind): \(agreed[kind] ?? 0) of \(count) agree")
        }
        #expect(asked.values.reduce(0, +) >= 230)
    }

    /// Our answer, and those that a source allows.
    private func answers(to one: CalendarOracle.Case, by calendar: BusinessCalendar) -> (String, [String]) {
        switch one.kind {
        case "due": return (due(one, calendar), dueAllowed(one))
        case "elapsed":
            let span = elapsed(one, calendar)
            return (String(span.milliseconds / 1000), [String((one.secondsReal ?? one.seconds) ?? -1)])
        case "is_open": return (String(calendar.isOpen(at: time(one.at))), [String(one.open ?? false)])
        case "is_holiday": return (String(calendar.isHoliday(at: time(one.at))), [String(one.holiday ?? false)])
        case "next_open": return (text(calendar.nextOpening(at: time(one.at))), [text(time(one.result))])
        case "next_close": return (text(calendar.nextClosing(at: time(one.at))), [text(time(one.result))])
        case "wall_to_instant":
            guard let local = one.local, let shown = Instant(local + "Z") else { return ("no time", []) }
            let day = LocalTime.utcDay(of: shown)
            let second = shown.milliseconds / 1000 - day * 86_400
            let instant = LocalTime.zone(one.timezone ?? "").instant(day: day, second: Int(second))
            return (text(instant), [text(time(one.instant))])
        case "periods":
            return (
                periods(one, calendar), [(one.expect ?? []).map { $0.joined(separator: "–") }.joined(separator: " ")]
            )
        default: return ("unknown kind", [])
        }
    }

    private func due(_ one: CalendarOracle.Case, _ calendar: BusinessCalendar) -> String {
        var start = time(one.start)
        var left = Span.seconds(one.seconds ?? 0)
        for pause in one.pauses ?? [] {
            left = left - calendar.openTime(from: start, to: time(pause[0]))
            start = time(pause[1])
        }
        return text(calendar.instant(after: left, from: start))
    }

    /// A target of no time at all is used up at once; some suites answer the next opening.
    private func dueAllowed(_ one: CalendarOracle.Case) -> [String] {
        let source = text(time(one.dueAtClose ?? one.due))
        return one.seconds == 0 ? [source, text(time(one.start))] : [source]
    }

    private func elapsed(_ one: CalendarOracle.Case, _ calendar: BusinessCalendar) -> Span {
        (one.pauses ?? []).reduce(calendar.openTime(from: time(one.from), to: time(one.to))) {
            $0 - calendar.openTime(from: time($1[0]), to: time($1[1]))
        }
    }

    private func periods(_ one: CalendarOracle.Case, _ calendar: BusinessCalendar) -> String {
        var found: [String] = []
        var from = time(one.from)
        while found.count < one.take ?? 0, let open = calendar.nextOpening(at: from),
            let close = calendar.nextClosing(at: open)
        {
            found.append("\(text(open))–\(text(close))")
            from = close
        }
        return found.joined(separator: " ")
    }

    private func time(_ text: String?) -> Instant { text.flatMap { Instant($0) } ?? Instant(seconds: -1) }

    private func text(_ instant: Instant?) -> String {
        instant.map { $0.description.replacing(".000Z", with: "Z") } ?? "never"
    }
}
