import HarkCore
import Logging
import ServiceLifecycle
import Synchronization

/// Watches the rhythm of every channel and says when one has fallen silent.
final class SilenceKeeper: Service, Sendable {
    /// The part of a channel's health that this speaks for.
    static let part = "rhythm"

    private let store: any Store
    private let running: Running
    private let memory: any ChannelMemory
    private let clock: any WallClock
    private let health: HealthKeeper
    private let gate: ChannelGate
    private let wakeups: Wakeups
    private let rest: Duration
    private let rhythms = Mutex<[Account.ID: ArrivalRhythm]>([:])
    private let written = Mutex<[Account.ID: ArrivalRhythm]>([:])
    private let silent = Mutex<Set<Account.ID>>([])
    /// Channels that something came in on since the start: an alert of before may still be open.
    private let heard = Mutex<Set<Account.ID>>([])

    init(
        store: any Store,
        running: Running,
        memory: any ChannelMemory,
        clock: any WallClock,
        health: HealthKeeper,
        gate: ChannelGate,
        wakeups: Wakeups,
        rest: Duration
    ) {
        self.store = store
        self.running = running
        self.memory = memory
        self.clock = clock
        self.health = health
        self.gate = gate
        self.wakeups = wakeups
        self.rest = rest
    }

    /// Something new came in on a channel.
    func arrived(_ messages: Int, on channel: Account.ID) async {
        guard messages > 0 else { return }
        await load(channel)
        let now = clock.now
        rhythms.withLock { $0[channel]?.arrived(messages, at: now) }
        let wasSilent = silent.withLock { $0.remove(channel) != nil }
        let isFirst = heard.withLock { $0.insert(channel).inserted }
        if wasSilent { await health.report(channel, part: Self.part, .healthy) }
        if wasSilent || isFirst { await tell(channel, nil) }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let seen = self.wakeups.configuration.count
                let isWanted = !self.running.setup.configuration.channels.isEmpty
                let rest = isWanted ? Pace.rest(toNext: self.rest, after: self.clock.now) : nil
                await self.wakeups.configuration.change(since: seen, atMost: rest)
                if Task.isCancelled { break }
                await self.look()
            }
        }
        await gate.writeDown()
        await writeDown()
    }

    /// Looks at every channel once.
    func look() async {
        let now = clock.now
        for channel in running.setup.configuration.channels {
            await load(channel.id)
            let rhythm = rhythms.withLock { rhythms in
                rhythms[channel.id]?.pass(to: now)
                return rhythms[channel.id] ?? ArrivalRhythm()
            }
            guard let missing = rhythm.missing(at: now), let last = rhythm.lastArrival else { continue }
            guard silent.withLock({ $0.insert(channel.id).inserted }) else { continue }
            let reason = Self.reason(missing, since: last, now)
            await health.report(channel.id, part: Self.part, .failing("silent: " + reason))
            await tell(channel.id, reason)
        }
        await gate.writeDown()
        await writeDown()
    }

    /// Tells people that a channel is silent, or that it no longer is.
    private func tell(_ channel: Account.ID, _ reason: String?) async {
        let (setup, now) = (running.setup, clock.now)
        do {
            try await store.write { ledger in
                guard let reason else {
                    let key = AlertOccasion.key(.channelSilent, channel.rawValue)
                    return try ledger.resolveAlert(key: key, setup: setup, at: now)
                }
                let team = setup.configuration.routing.defaultTeam
                try ledger.raise(.channel(channel, .channelSilent, detail: reason, team: team), setup: setup, at: now)
            }
            wakeups.commanded()
        } catch {
            // Looked at once more, or heard once more, it is told then.
            silent.withLock { _ = $0.remove(channel) }
            heard.withLock { _ = $0.remove(channel) }
        }
    }

    private static func reason(_ missing: Double, since last: Instant, _ now: Instant) -> String {
        let hours = (now - last).milliseconds / 3_600_000
        let time = hours < 1 ? "\((now - last).milliseconds / 60_000) minutes" : "\(hours) hours"
        return "nothing has come for \(time), in which about \(Int(missing)) messages are usual;"
            + " look whether the account still receives, and try hark channels check"
    }

    private func load(_ channel: Account.ID) async {
        guard rhythms.withLock({ $0[channel] == nil }) else { return }
        let text = (try? await memory.memory(of: channel))?[.rhythm]
        let remembered = text.flatMap { ArrivalRhythm(text: $0) } ?? ArrivalRhythm()
        rhythms.withLock { if $0[channel] == nil { $0[channel] = remembered } }
    }

    private func writeDown() async {
        for (id, rhythm) in rhythms.withLock({ $0 }) where written.withLock({ $0[id] != rhythm }) {
            guard (try? await memory.remember(rhythm.text, as: .rhythm, of: id)) != nil else { continue }
            written.withLock { $0[id] = rhythm }
        }
    }
}
