/// How often a channel's messages usually come, by the hour of the week, so that a silence can be told from a quiet night.
///
/// Each hour of the week has an average that forgets slowly. A silence alarms when, by these averages, so many messages
/// should have come since the last one that chance does not explain their absence.
public struct ArrivalRhythm: Sendable, Hashable, Codable {
    /// Messages that should have come before a silence alarms: by chance alone this happens less than once in 10,000.
    public static let alarming = 10.0
    /// How long a channel is watched before it can alarm.
    public static let apprenticeship = Span.days(7)

    /// The average number of messages in each hour of the week (UTC).
    private var averages: [Double] = Array(repeating: 0, count: 168)
    /// How often each hour of the week has been watched.
    private var weeks: [Int] = Array(repeating: 0, count: 168)
    /// The hour that is being counted, since the epoch, and its messages so far.
    private var hour: Int64?
    private var count = 0.0
    /// Since when the channel is watched.
    public private(set) var since: Instant?
    /// When something last came.
    public private(set) var lastArrival: Instant?

    /// Nothing is known yet.
    public init() {}

    /// Whether every hour of the week has its place.
    var isWhole: Bool { averages.count == 168 && weeks.count == 168 }

    /// Something came in.
    public mutating func arrived(_ messages: Int, at now: Instant) {
        pass(to: now)
        count += Double(messages)
        lastArrival = max(lastArrival ?? now, now)
    }

    /// Time has passed: hours that ended enter the averages, empty ones too.
    public mutating func pass(to now: Instant) {
        since = since ?? now
        let present = now.milliseconds / 3_600_000
        guard let watched = hour else { return hour = present }
        guard present > watched else { return }
        // After a long standstill of ours nothing is learnt from the hours nobody watched.
        if present - watched <= 3 {
            for ended in watched..<present { learn(ended == watched ? count : 0, hour: ended) }
        }
        (hour, count) = (present, 0)
    }

    private mutating func learn(_ messages: Double, hour: Int64) {
        let slot = Int((hour % 168 + 168) % 168)
        weeks[slot] += 1
        // The first weeks count evenly, later ones with a fifth.
        averages[slot] += (messages - averages[slot]) * max(1 / Double(weeks[slot]), 0.2)
    }

    /// How many messages the averages expect between two instants.
    public func expected(from start: Instant, to end: Instant) -> Double {
        guard start < end, (end - start) < .days(60) else { return start < end ? .infinity : 0 }
        var sum = 0.0
        var position = start.milliseconds
        while position < end.milliseconds {
            let hour = position / 3_600_000
            let next = min((hour + 1) * 3_600_000, end.milliseconds)
            sum += averages[Int((hour % 168 + 168) % 168)] * Double(next - position) / 3_600_000
            position = next
        }
        return sum
    }

    /// How many messages are missing, when that is too many to be chance; nil while all is well or too little is known.
    public func missing(at now: Instant) -> Double? {
        guard let since, now - since >= Self.apprenticeship, let lastArrival else { return nil }
        let expected = expected(from: lastArrival, to: now)
        return expected.isFinite && expected >= Self.alarming ? expected : nil
    }
}
