/// Counting open time, and finding the instant at which a count is reached.
extension Timetable {
    /// Open milliseconds up to an instant, from a point that is the same for all instants.
    func count(at instant: Instant) -> Int64 {
        let (day, instant) = place(of: instant)
        return openings(on: day).reduce(open(before: day)) { count, range in
            count + max((min(range.upperBound, instant) - range.lowerBound).milliseconds, 0)
        }
    }

    /// The earliest instant, not before a day, at which the count is reached: a closing when it is reached exactly there.
    func earliest(reaching count: Int64, from instant: Instant) -> Instant? {
        guard let day = firstDay(from: place(of: instant).day, where: { open(before: $0 + 1) >= count }) else {
            return nil
        }
        var left = count - open(before: day)
        for range in openings(on: day) {
            guard range.milliseconds < left else { return range.lowerBound + Span(milliseconds: left) }
            left -= range.milliseconds
        }
        return nil
    }

    /// The latest instant, not after another, at which the count is not exceeded: an opening when it is reached exactly there.
    func latest(within count: Int64, until instant: Instant) -> Instant? {
        let last = place(of: instant).day
        guard let day = lastDay(until: last, where: { open(before: $0) <= count }) else { return nil }
        var left = count - open(before: day)
        for range in openings(on: day) {
            guard range.milliseconds <= left else { return range.lowerBound + Span(milliseconds: left) }
            left -= range.milliseconds
        }
        return nil
    }

    /// The first open instant at or after an instant.
    func opening(from instant: Instant) -> Instant? {
        let (day, instant) = place(of: instant)
        let now = count(at: instant)
        guard let found = firstDay(from: day, where: { open(before: $0 + 1) > now }) else { return nil }
        return openings(on: found).first { $0.upperBound > instant }.map { max($0.lowerBound, instant) }
    }

    /// The first closed instant at or after an instant.
    func closing(from instant: Instant) -> Instant? {
        let (day, instant) = place(of: instant)
        let now = instant.milliseconds - count(at: instant)
        let found = firstDay(from: day) {
            zone.instant(day: $0 + 1, second: 0).milliseconds - open(before: $0 + 1) > now
        }
        guard let found else { return nil }
        return openings(on: found).reduce(max(instant, zone.instant(day: found, second: 0))) { end, range in
            range.contains(end) ? range.upperBound : end
        }
    }

    /// The local day of an instant, both moved into the days that are covered.
    private func place(of instant: Instant) -> (day: Int64, instant: Instant) {
        let first = zone.instant(day: LocalTime.days.lowerBound, second: 0)
        let last = zone.instant(day: LocalTime.days.upperBound, second: 0)
        let near = min(max(instant, first), last)
        return (zone.day(at: near), near)
    }

    /// The first day for which a statement holds that holds for all days after it too.
    private func firstDay(from first: Int64, where holds: (Int64) -> Bool) -> Int64? {
        // Most answers are near: the step doubles from the start.
        var step: Int64 = 1
        var low = first
        while low <= LocalTime.days.upperBound, !holds(low) {
            guard low + step <= LocalTime.days.upperBound, !holds(low + step) else {
                return search(low + 1, min(low + step, LocalTime.days.upperBound), holds)
            }
            low += step
            step *= 2
        }
        return low <= LocalTime.days.upperBound ? low : nil
    }

    private func search(_ first: Int64, _ last: Int64, _ holds: (Int64) -> Bool) -> Int64? {
        var (low, high) = (first, last)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low <= last && holds(low) ? low : nil
    }

    /// The last day for which a statement holds that holds for all days before it too.
    private func lastDay(until last: Int64, where holds: (Int64) -> Bool) -> Int64? {
        let first = LocalTime.days.lowerBound
        guard holds(first) else { return nil }
        guard let next = search(first, last, { !holds($0) }) else { return last }
        return next - 1
    }
}
