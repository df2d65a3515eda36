import Foundation
import Synchronization

/// Wall-clock time of one zone. Looking an offset up in Foundation takes microseconds, so the offsets of whole days are kept.
final class LocalTime: Sendable {
    private let timeZone: TimeZone
    /// The offset of days on which it does not change; nil for days near a change.
    private let offsets = Mutex<[Int64: Int64?]>([:])

    private static let zones = Mutex<[String: LocalTime]>([:])

    private init(_ timeZone: TimeZone) { self.timeZone = timeZone }

    /// The zone with a name; GMT when there is none, since a calendar's zone was checked when it was read.
    static func zone(_ name: String) -> LocalTime {
        zones.withLock { zones in
            if let zone = zones[name] { return zone }
            guard let timeZone = TimeZone(identifier: name) else { return LocalTime(.gmt) }
            let zone = LocalTime(timeZone)
            zones[name] = zone
            return zone
        }
    }

    /// The days since 1970-01-01 in UTC.
    static func utcDay(of instant: Instant) -> Int64 { floorDivision(instant.milliseconds, 86_400_000) }

    /// The local day at an instant, as days since 1970-01-01.
    func day(at instant: Instant) -> Int64 {
        let second = Self.floorDivision(instant.milliseconds, 1000)
        return Self.floorDivision(second + offset(at: second), 86_400)
    }

    /// The instant at which clocks show a time of day. A time that clocks skip is read with the offset before the gap, which
    /// moves it forward by the gap; of a time they show twice, the first counts.
    func instant(day: Int64, second: Int) -> Instant {
        let local = day * 86_400 + Int64(second)
        if let offset = steadyOffset(onDay: day) { return Instant(seconds: local - offset) }
        let before = offset(at: local - 86_400)
        let after = offset(at: local + 86_400)
        let early = local - before
        let late = local - after
        let isLate = offset(at: early) != before && offset(at: late) == after
        return Instant(seconds: isLate ? late : early)
    }

    /// The offset of a local day from whose eve to whose morrow it is the same.
    private func steadyOffset(onDay day: Int64) -> Int64? {
        offsets.withLock { offsets in
            if let known = offsets[day] { return known }
            let before = offset(at: (day - 1) * 86_400)
            let isSteady = (0...2).allSatisfy { offset(at: (day + $0) * 86_400) == before }
            // Enough for twenty years of one zone.
            if offsets.count > 8000 { offsets.removeAll() }
            offsets[day] = .some(isSteady ? before : nil)
            return isSteady ? before : nil
        }
    }

    /// Seconds east of Greenwich; before year 1 and after year 9999 as at those ends.
    private func offset(at second: Int64) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(min(max(second, -62_135_596_800), 253_402_300_799)))
        return Int64(timeZone.secondsFromGMT(for: date))
    }

    private static func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }
}
