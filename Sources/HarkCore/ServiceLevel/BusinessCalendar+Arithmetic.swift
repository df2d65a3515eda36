import Foundation

extension BusinessCalendar {
    /// Whether the zone is in the IANA database of this machine.
    public static func isKnownTimeZone(_ name: String) -> Bool {
        // Foundation also takes abbreviations and offsets, whose daylight saving nobody could tell.
        (name == "UTC" || name == "GMT" || name.contains("/")) && TimeZone(identifier: name) != nil
    }

    /// The instant at which `span` of open time after `start` is used up. Used up exactly at a closing: the closing. Nil when
    /// the calendar never opens long enough within ten years. No span at all is used up at `start`.
    public func instant(after span: Span, from start: Instant) -> Instant? {
        guard span > .zero else { return start }
        var left = span
        for open in Openings(of: self, from: start) {
            let begin = max(open.lowerBound, start)
            guard open.upperBound - begin < left else { return begin + left }
            left = left - (open.upperBound - begin)
        }
        return nil
    }

    /// Open time in `[start, end)`; zero when reversed. Looks at the last hundred years at most.
    public func openTime(from start: Instant, to end: Instant) -> Span {
        guard start < end else { return .zero }
        // A stranger's clock may say anything; nobody waits for a count of millennia.
        let first = max(start, Instant(milliseconds: max(end.milliseconds, .min + Openings.century) - Openings.century))
        var total = Span.zero
        for open in Openings(of: self, from: first, days: 36_600) {
            guard open.lowerBound < end else { break }
            total = total + (min(open.upperBound, end) - max(open.lowerBound, first))
        }
        return total
    }

    /// Whether the team works at an instant. A closing is closed.
    public func isOpen(at instant: Instant) -> Bool {
        Openings(of: self, from: instant, days: 3).contains { $0.contains(instant) }
    }

    /// The first open instant at or after an instant; nil when there is none within ten years.
    public func nextOpening(at instant: Instant) -> Instant? {
        var openings = Openings(of: self, from: instant)
        return openings.next().map { max($0.lowerBound, instant) }
    }

    /// The end of the open time that contains or follows an instant; an evening that reaches midnight and a morning that
    /// begins there are one. Nil when there is none within ten years.
    public func nextClosing(at instant: Instant) -> Instant? {
        var end: Instant?
        for open in Openings(of: self, from: instant) {
            if let end, end < open.lowerBound { return end }
            end = open.upperBound
        }
        // Still open at the horizon: it never closes.
        guard let end, end < instant + .days(Openings.horizon - 3) else { return nil }
        return end
    }

    /// Whether the local date at an instant is a holiday.
    public func isHoliday(at instant: Instant) -> Bool {
        holidays.contains(Date(dayNumber: LocalTime.zone(timeZone).day(at: instant)))
    }
}
