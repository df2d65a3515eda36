import Foundation

extension BusinessCalendar {
    /// Whether the zone is in the IANA database of this machine.
    public static func isKnownTimeZone(_ name: String) -> Bool {
        // Foundation also takes abbreviations and offsets, whose daylight saving nobody could tell.
        (name == "UTC" || name == "GMT" || name.contains("/")) && TimeZone(identifier: name) != nil
    }

    /// The version of the zone data that instants are computed with.
    public static var zoneDataVersion: String { TimeZone.timeZoneDataVersion }

    /// The instant at which `span` of open time after `start`, outside the pauses, is used up. Used up exactly at a closing: the
    /// closing. Nil when the calendar never opens long enough. No span at all is used up at `start`.
    public func instant(after span: Span, from start: Instant, except pauses: [Range<Instant>] = []) -> Instant? {
        guard span > .zero else { return start }
        var left = span.milliseconds
        var from = start
        for pause in pauses.merged() where pause.upperBound > from {
            let open = pause.lowerBound > from ? timetable.count(at: pause.lowerBound) - timetable.count(at: from) : 0
            if open >= left { break }
            left -= open
            from = pause.upperBound
        }
        return timetable.earliest(reaching: timetable.count(at: from).addingClamped(left), from: from)
    }

    /// The instant from which `span` of open time is left until `end`. Used up exactly at an opening: the opening. Nil when the
    /// calendar was never open so long. No span at all leads to `end`.
    public func instant(before span: Span, until end: Instant) -> Instant? {
        guard span > .zero else { return end }
        return timetable.latest(within: timetable.count(at: end).addingClamped(-span.milliseconds), until: end)
    }

    /// Open time in `[start, end)` outside the pauses; zero when reversed.
    public func openTime(from start: Instant, to end: Instant, except pauses: [Range<Instant>] = []) -> Span {
        guard start < end else { return .zero }
        let paused = pauses.merged().reduce(Int64(0)) { sum, pause in
            let part = pause.clamped(to: start..<end)
            return part.isEmpty
                ? sum : sum + timetable.count(at: part.upperBound) - timetable.count(at: part.lowerBound)
        }
        return Span(milliseconds: timetable.count(at: end) - timetable.count(at: start) - paused)
    }

    /// Whether the team works at an instant. A closing is closed.
    public func isOpen(at instant: Instant) -> Bool { timetable.opening(from: instant) == instant }

    /// The first open instant at or after an instant; nil when there is none.
    public func nextOpening(at instant: Instant) -> Instant? { timetable.opening(from: instant) }

    /// The end of the open time that contains or follows an instant; an evening that reaches midnight and a morning that
    /// begins there are one. Nil when there is none.
    public func nextClosing(at instant: Instant) -> Instant? {
        timetable.opening(from: instant).flatMap { timetable.closing(from: $0) }
    }

    /// The open periods from an instant on, the first one clipped to it; one that never ends is left out.
    public func periods(from instant: Instant, limit: Int) -> [Range<Instant>] {
        var periods: [Range<Instant>] = []
        var from = instant
        while periods.count < limit, let open = nextOpening(at: from), let close = nextClosing(at: open) {
            periods.append(open..<close)
            from = close
        }
        return periods
    }

    /// Whether the local date at an instant is a holiday.
    public func isHoliday(at instant: Instant) -> Bool { holidays.contains(date(at: instant)) }

    /// The local date at an instant.
    public func date(at instant: Instant) -> Date { Date(dayNumber: timetable.zone.day(at: instant)) }

    /// The instant at which clocks of a zone show a time of day. A time that clocks skip moves forward by the gap; of one they
    /// show twice, the first counts.
    public static func instant(_ date: Date, second: Int, in timeZone: String) -> Instant {
        LocalTime.zone(timeZone).instant(day: date.dayNumber, second: second)
    }
}

extension Int64 {
    /// The sum, held within what the type can say: a stranger's clock may say anything.
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other > 0 ? .max : .min) : sum
    }
}
