/// Reading instants, dates and times of day out of case files.
extension Written {
    /// An instant with its offset, seconds since 1970, or else a wall-clock time of a zone.
    func instant(_ name: String, in zone: String) throws(CaseProblem) -> Instant {
        switch self {
        case .number(let seconds) where abs(seconds) < 1e11:
            return Instant(milliseconds: Int64((seconds * 1000).rounded()))
        case .text(let text):
            if let instant = Instant(text) ?? Self.wall(text, in: zone) { return instant }
        case .null, .flag, .number, .list, .object: break
        }
        throw CaseProblem("“\(name)” is no instant: \(shown)")
    }

    /// `2026-11-23T09:00:30`, `2026-11-23 09:00`, `2026-11-23`, as clocks of a zone show it.
    static func wall(_ text: String, in zone: String) -> Instant? {
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard let first = parts.first, let date = try? BusinessCalendar.Date(json: String(first)) else { return nil }
        guard parts.count == 2 else { return BusinessCalendar.instant(date, second: 0, in: zone) }
        let time = parts[1].split(separator: ".", maxSplits: 1)
        guard let whole = time.first, let second = try? Self.second(String(whole)) else { return nil }
        var milliseconds: Int64 = 0
        if time.count == 2 {
            guard let fraction = Double("0." + time[1]) else { return nil }
            milliseconds = Int64((fraction * 1000).rounded())
        }
        return BusinessCalendar.instant(date, second: second, in: zone) + Span(milliseconds: milliseconds)
    }

    /// Seconds after midnight of `9:00`, `09:00:30`, `24:00`; a night shift may be written on to `30:00`.
    static func second(_ text: String) throws(CaseProblem) -> Int {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
            let second = parts.count == 3 ? parts[2] : 0,
            (0...48).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { throw CaseProblem("“\(SafeLine.snippet(text))” is no time of day") }
        return hour * 3600 + minute * 60 + second
    }
}

extension BusinessCalendar.Date {
    /// `2026-12-24`, with a time of day or without.
    init(json text: String) throws(CaseProblem) {
        let parts = text.prefix(10).split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
            throw CaseProblem("“\(SafeLine.snippet(text))” is no date")
        }
        self.init(year: year, month: month, day: day)
        // A day that the month does not have is counted on into the next.
        guard (1...12).contains(month), (1...31).contains(day), Self(dayNumber: dayNumber) == self else {
            throw CaseProblem("“\(SafeLine.snippet(text))” is no date")
        }
    }
}
