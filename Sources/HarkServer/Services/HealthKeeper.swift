import HarkCore
import Logging
import Synchronization

/// Writes down how channels fare, when that changes: the store keeps it, the log says it once.
final class HealthKeeper: Sendable {
    private struct Channel {
        var parts: [String: Condition] = [:]
        var written: Condition?
        var writtenAt: Instant?

        var worst: Condition? {
            parts.sorted { $0.key < $1.key }.map(\.value).max { $0.rank < $1.rank }
        }
    }

    private let store: any Store
    private let clock: any WallClock
    private let running: Running
    private let wakeups: Wakeups
    private let logger: Logger
    private let channels = Mutex<[Account.ID: Channel]>([:])

    init(store: any Store, running: Running, clock: any WallClock, wakeups: Wakeups, logger: Logger) {
        self.store = store
        self.running = running
        self.clock = clock
        self.wakeups = wakeups
        self.logger = logger
    }

    /// One part of a channel worked or failed. The channel is as well as its worst part.
    func report(_ id: Account.ID, part: String, _ condition: Condition) async {
        let now = clock.now
        let (worst, isNew, isOld) = channels.withLock { channels in
            var channel = channels[id] ?? Channel()
            channel.parts[part] = condition
            let worst = channel.worst ?? condition
            let isNew = worst != channel.written
            // The time of the last success is kept to the minute.
            let isOld = channel.writtenAt.map { now - $0 >= .minutes(1) } ?? true
            if isNew || isOld {
                channel.written = worst
                channel.writtenAt = now
            }
            channels[id] = channel
            return (worst, isNew, isOld)
        }
        if isNew {
            logger.notice(
                "channel is \(worst.state.rawValue)",
                metadata: ["channel": "\(id)", "part": "\(part)", "reason": "\(worst.reason ?? "-")"]
            )
        }
        if isNew || isOld && worst.state == .healthy { await write(id, at: now) }
    }

    /// Forgets what was said before a new configuration: its credentials may cure what ailed the old one.
    func startAfresh() { channels.withLock { $0 = [:] } }

    private func write(_ id: Account.ID, at now: Instant) async {
        let setup = running.setup
        do {
            try await store.write { ledger in
                // The newest condition is written, whichever report comes first to the writer.
                guard let condition = self.channels.withLock({ $0[id]?.worst }) else { return }
                let known = try ledger.health(of: id)
                try ledger.setHealth(channel: id, state: condition.state, reason: condition.reason, at: now)
                guard known?.state != condition.state || known?.reason != condition.reason else { return }
                try ledger.apply(Self.filing(id, from: known, to: condition, at: now))
                try Self.tell(id, condition, setup, now, ledger)
            }
            wakeups.commanded()
        } catch {
            channels.withLock { $0[id]?.written = nil }
            logger.error("channel health not stored", metadata: ["channel": "\(id)", "error": "\(error)"])
        }
    }

    /// A channel that needs a person is told to people; once it works, there is nothing left to tell.
    private static func tell(
        _ id: Account.ID,
        _ condition: Condition,
        _ setup: Setup,
        _ now: Instant,
        _ ledger: any Ledger
    ) throws {
        switch condition.state {
        case .unhealthy:
            let team = setup.configuration.routing.defaultTeam
            let detail = condition.reason ?? condition.state.rawValue
            try ledger.raise(.channel(id, .channelUnhealthy, detail: detail, team: team), setup: setup, at: now)
        case .healthy:
            try ledger.resolveAlert(key: AlertOccasion.key(.channelUnhealthy, id.rawValue), setup: setup, at: now)
        case .unknown, .failing: break
        }
    }

    private static func filing(
        _ id: Account.ID,
        from known: ChannelHealthRecord?,
        to condition: Condition,
        at now: Instant
    ) -> Filing {
        var data = ["channel": id.rawValue, "before": (known?.state ?? .unknown).rawValue]
        data["after"] = condition.state.rawValue
        data["reason"] = condition.reason
        var filing = Filing()
        filing.events = [Event(at: now, kind: .channelHealth, conversation: nil, actor: .hark, data: data)]
        return filing
    }
}
