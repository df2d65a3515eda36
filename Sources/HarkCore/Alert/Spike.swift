/// An hour in which far more was said than in the same hour of other weeks.
public struct Spike: Sendable, Hashable {
    /// How many messages came in this hour so far.
    public var observed: Int
    /// The median of the same hour of the weeks before.
    public var usual: Int

    /// How many times the usual; nil when usually nothing is said.
    public var factor: Double? { usual > 0 ? Double(observed) / Double(usual) : nil }

    /// Fewer weeks than this tell nothing.
    static let fewestWeeks = 3
    /// How many weeks are looked at.
    public static let weeks = 8

    /// Judges an hour against the same hour of the weeks before; nil when it is nothing out of the ordinary.
    ///
    /// The usual deviation is the median absolute deviation, scaled to be one standard deviation of a normal distribution
    /// (× 1.4826); where the weeks hardly differ, the square root of the median stands in, as for counts that come by chance.
    public init?(observed: Int, before: [Int], by settings: AlertSettings.Spikes) {
        guard before.count >= Self.fewestWeeks, observed >= settings.minimum else { return nil }
        let median = Self.median(before.map(Double.init))
        let deviation = 1.4826 * Self.median(before.map { abs(Double($0) - median) })
        let spread = max(deviation, median.squareRoot(), 1)
        guard Double(observed) > median + Double(settings.deviations) * spread else { return nil }
        self.observed = observed
        usual = Int(median.rounded())
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// What the mail says: observed, usual, factor.
    public var description: String {
        let times = factor.map { factor in
            let tenths = Int((factor * 10).rounded())
            return ", factor \(tenths / 10).\(tenths % 10)"
        }
        return "observed \(observed) this hour, usual \(usual)" + (times ?? ", usually silent")
    }
}

/// Finds channels on which far more is said than at this hour of other weeks.
public struct SpikeWatch: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// The watch of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    /// Whether the configuration asks for it.
    public var isWanted: Bool { running.setup.configuration.alerts.spikes != nil }

    /// Looks at every channel's present hour; returns how many alerts were raised.
    public func look() async throws -> Int {
        let (setup, now) = (running.setup, clock.now)
        guard let settings = setup.configuration.alerts.spikes else { return 0 }
        let hour = now.milliseconds / 3_600_000
        return try await store.write { ledger in
            let present = try ledger.mentions(inHour: hour).filter { $0.value >= settings.minimum }
            guard !present.isEmpty, let first = try ledger.firstHour() else { return 0 }
            // Weeks before the first message tell nothing about how quiet it usually is.
            let weeks = (1...Int64(Spike.weeks)).map { hour - $0 * 168 }.filter { $0 >= first }
            let before = try weeks.map { try ledger.mentions(inHour: $0) }
            return try present.sorted { $0.key.rawValue < $1.key.rawValue }.count { channel, observed in
                let counts = before.map { $0[channel] ?? 0 }
                guard let spike = Spike(observed: observed, before: counts, by: settings) else { return false }
                return try Self.raise(spike, channel, setup, now, ledger)
            }
        }
    }

    /// While the cool-down lasts, the spike that was told stands for all.
    private static func raise(
        _ spike: Spike,
        _ channel: Channel.ID,
        _ setup: Setup,
        _ now: Instant,
        _ ledger: any Ledger
    ) throws -> Bool {
        let team = setup.configuration.routing.defaultTeam
        let occasion = AlertOccasion.channel(channel, .spike, detail: spike.description, team: team)
        guard try ledger.openAlert(key: occasion.key) == nil else { return false }
        try ledger.raise(occasion, setup: setup, at: now)
        return true
    }
}
