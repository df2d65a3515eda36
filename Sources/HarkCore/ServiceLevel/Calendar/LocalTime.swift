import Foundation
import Synchronization

/// Wall-clock time of one zone. Foundation is asked once, for the instants at which the zone's offset changes.
final class LocalTime: Sendable {
    /// The offset from an instant on, in seconds east of Greenwich.
    struct Change: Sendable {
        var second: Int64
        var offset: Int64
    }

    /// The first and the last day that are looked at: 1970-01-01 and 2150-01-01. Beyond them offsets stay as they are there.
    static let days: ClosedRange<Int64> = 0...65_744

    /// The changes in order; the first holds from the beginning of time.
    let changes: [Change]

    private static let zones = Mutex<[String: LocalTime]>([:])

    private init(_ timeZone: TimeZone) { changes = Self.changes(of: timeZone) }

    /// The zone with a name; GMT when there is none, since a calendar's zone was checked when it was read.
    static func zone(_ name: String) -> LocalTime {
        if let zone = zones.withLock({ $0[name] }) { return zone }
        let zone = LocalTime(TimeZone(identifier: name) ?? .gmt)
        zones.withLock { $0[name] = zone }
        return zone
    }

    /// The days since 1970-01-01 in UTC.
    static func utcDay(of instant: Instant) -> Int64 { floorDivision(instant.milliseconds, 86_400_000) }

    /// The local day whose midnight is the last one before an instant, as days since 1970-01-01.
    func day(at instant: Instant) -> Int64 {
        let second = Self.floorDivision(instant.milliseconds, 1000)
        var day = Self.floorDivision(second + offset(at: second), 86_400)
        // Clocks put back across midnight show the day before once more.
        while self.instant(day: day, second: 0) > instant { day -= 1 }
        while self.instant(day: day + 1, second: 0) <= instant { day += 1 }
        return day
    }

    /// The instant at which clocks show a time of day. A time that clocks skip is read with the offset before the gap, which
    /// moves it forward by the gap; of a time they show twice, the first counts.
    func instant(day: Int64, second: Int) -> Instant {
        let local = day * 86_400 + Int64(second)
        let before = offset(at: local - 86_400)
        let after = offset(at: local + 86_400)
        let early = local - before
        guard before != after else { return Instant(seconds: early) }
        let late = local - after
        let isLate = offset(at: early) != before && offset(at: late) == after
        return Instant(seconds: isLate ? late : early)
    }

    /// Seconds east of Greenwich.
    func offset(at second: Int64) -> Int64 {
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].second <= second { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    /// The local days on which the offset changes, and those that a change skips.
    var unsteadyDays: Set<Int64> {
        zip(changes, changes.dropFirst()).reduce(into: []) { days, step in
            let second = step.1.second
            let first = Self.floorDivision(second - 1 + min(step.0.offset, step.1.offset), 86_400)
            let last = Self.floorDivision(second + max(step.0.offset, step.1.offset), 86_400)
            days.formUnion(first...last)
        }
    }

    static func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }

    /// Looks at every third day, and between two that differ for the second of the change. No zone changes twice in three days.
    private static func changes(of timeZone: TimeZone) -> [Change] {
        func offset(_ second: Int64) -> Int64 {
            Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
        }
        let step: Int64 = 3 * 86_400
        var changes = [Change(second: .min, offset: offset(days.lowerBound * 86_400))]
        for second in stride(from: days.lowerBound * 86_400, to: days.upperBound * 86_400, by: Int(step)) {
            let next = offset(second + step)
            guard let last = changes.last, next != last.offset else { continue }
            var (low, high) = (second, second + step)
            while high - low > 1 {
                let middle = (low + high) / 2
                if offset(middle) == last.offset { low = middle } else { high = middle }
            }
            changes.append(Change(second: high, offset: next))
        }
        return changes
    }
}
