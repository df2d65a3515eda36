/// Tells one clock from the events that carry its number: what happened, and the open hours counted between.
struct ClockStory {
    typealias Line = ServiceLevelLedgerView.Line

    let clock: Clock
    /// The conversation's events, oldest first.
    let events: [Event]
    let service: ServiceLevel
    let teams: [Team]
    let now: Instant

    /// More counted periods than this in one stretch are told as one.
    private static let mostPeriods = 14

    var lines: [Line] {
        var lines: [Line] = []
        var since: Instant?
        var calendar: BusinessCalendar?
        for event in events where event.data["clock"] == String(clock.id.rawValue) {
            let ends = event.kind == .clockPaused || event.kind == .clockMet || event.kind == .clockCancelled
            if let from = since, ends || event.kind == .clockRetargeted {
                lines += counted(from: from, to: event.at, calendar)
                since = nil
            }
            lines.append(line(event))
            calendar = self.calendar(of: event)
            switch event.kind {
            case .clockStarted, .clockResumed: since = event.at
            case .clockRetargeted: since = event.data["due"] == nil ? nil : max(event.at, since ?? event.at)
            default: break
            }
        }
        if let from = since, now > from { lines += counted(from: from, to: now, calendar) }
        if clock.state == .running, let due = clock.dueAt, clock.breachedAt == nil {
            lines.append(Line(at: due, kind: .due, detail: due > now ? "lies ahead" : "is being recorded"))
        }
        return lines
    }

    private func calendar(of event: Event) -> BusinessCalendar? {
        guard event.data["hours"] == ServicePolicy.Hours.business.rawValue else { return nil }
        return teams.first { $0.name == event.data["team"] }?.calendar
    }

    private func line(_ event: Event) -> Line {
        let kind: Line.Kind =
            switch event.kind {
            case .clockPaused: .paused
            case .clockResumed: .resumed
            case .clockBreached: .breached
            case .clockMet: .met
            case .clockCancelled: .cancelled
            case .clockRetargeted: .moved
            default: .started
            }
        return Line(
            at: event.at,
            kind: kind,
            actor: cause(of: event)?.actor.description,
            detail: detail(event),
            event: event.id?.rawValue
        )
    }

    /// What somebody did at the same instant: clocks only follow.
    private func cause(of event: Event) -> Event? {
        guard event.kind != .clockBreached else { return nil }
        return events.last { $0.at == event.at && $0.data["clock"] == nil && $0.actor != .hark }
            ?? events.last { $0.at <= event.at && (event.at - $0.at) < .seconds(1) && $0.data["clock"] == nil }
    }

    private func detail(_ event: Event) -> String {
        let target = (event.data["target_seconds"].flatMap { Int64($0) }).map { "target " + SpanText.of(.seconds($0)) }
        let due = event.data["due"].map { "due \($0)" }
        let moved = event.data["before"].map { "before \($0)" }
        let parts = [
            target, event.data["hours"].map { "\($0) hours" }, event.data["team"].map { "of \($0)" },
            event.data["policy"].flatMap { $0.isEmpty ? nil : "policy “\($0)”" }, moved, due, event.data["because"],
            event.data["continues"].map { "goes on from clock \($0)" },
            event.kind == .clockMet && event.data["due"].flatMap { Instant($0) }.map { $0 <= event.at } == true
                ? "late" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    // MARK: Counting

    private func counted(from start: Instant, to end: Instant, _ calendar: BusinessCalendar?) -> [Line] {
        guard start < end else { return [] }
        guard let calendar else { return [count(start..<end)] }
        let periods = calendar.periods(from: start, limit: Self.mostPeriods + 1).prefix { $0.lowerBound < end }
        let skipped = holidays(from: start, to: end, calendar)
        guard !periods.isEmpty, periods.count <= Self.mostPeriods else {
            let open = calendar.openTime(from: start, to: end)
            let seconds = open.milliseconds / 1000
            return [Line(at: start, until: end, kind: .counted, seconds: seconds, detail: "open hours of many days")]
                + skipped
        }
        let counts = periods.map { count($0.clamped(to: start..<end)) }
        return (counts + skipped).sorted { $0.at < $1.at }
    }

    private func count(_ range: Range<Instant>) -> Line {
        Line(at: range.lowerBound, until: range.upperBound, kind: .counted, seconds: range.milliseconds / 1000)
    }

    private func holidays(from start: Instant, to end: Instant, _ calendar: BusinessCalendar) -> [Line] {
        let (first, last) = (calendar.date(at: start), calendar.date(at: end))
        return calendar.holidays.filter { first <= $0 && $0 <= last }.sorted().map { date in
            let begin = BusinessCalendar.instant(date, second: 0, in: calendar.timeZone)
            return Line(at: begin, kind: .skipped, seconds: 0, detail: "holiday \(date.year)-\(date.month)-\(date.day)")
        }
    }
}
