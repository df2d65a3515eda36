/// Wakes clocks and snoozes that are due: warnings and breaches become events and alerts in one transaction.
public struct Timekeeper: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// The timekeeper of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    private static let batch = 200

    /// Handles everything that is due now and returns the next instant at which something will be; nil when nothing will.
    public func tick() async throws -> Instant? {
        let recomputation = Recomputation(store: store, setup: running.setup, now: clock.now)
        try await recomputation.run { reason in try await wakeRefreshed(recomputation, because: reason) }
        while try await wake() == Self.batch {}
        let shift = Dispatcher.nextShift(running.setup, after: clock.now)
        return [try await store.nextWake(), shift].compactMap(\.self).min()
    }

    /// Wakes clocks whose deadlines may still be the old ones; returns how many of these moved.
    private func wakeRefreshed(_ recomputation: Recomputation, because reason: String) async throws -> Int {
        let now = clock.now
        return try await store.write { ledger in
            let clocks = try ledger.clocks(wakingBy: now, limit: Self.batch)
            return try Set(clocks.map(\.conversation)).sorted().reduce(0) { moved, id in
                let one = try ledger.openCases(after: .init(id.rawValue - 1), limit: 1)
                let count = try one.reduce(0) { try $0 + recomputation.refresh($1, because: reason, at: now, ledger) }
                for clock in try ledger.activeClocks(of: id) where clock.wakesAt.map({ $0 <= now }) ?? false {
                    try Self.wake(clock, recomputation.setup, now, ledger)
                }
                return moved + count
            }
        }
    }

    private func wake() async throws -> Int {
        let setup = running.setup
        let now = clock.now
        return try await store.write { ledger in
            let clocks = try ledger.clocks(wakingBy: now, limit: Self.batch)
            for clock in clocks { try Self.wake(clock, setup, now, ledger) }
            let snoozes = try ledger.snoozes(endingBy: now, limit: Self.batch)
            for conversation in snoozes { try Self.endSnooze(of: conversation, setup, now, ledger) }
            let dispatcher = Dispatcher(ledger: ledger, setup: setup, now: now)
            let claims = try dispatcher.endClaims(limit: Self.batch)
            try dispatcher.drain()
            return max(clocks.count, snoozes.count, claims)
        }
    }

    private static func wake(_ clock: Clock, _ setup: Setup, _ now: Instant, _ ledger: any Ledger) throws {
        guard let conversation = try ledger.conversation(clock.conversation) else { return }
        let configuration = setup.configuration
        let service = ServiceLevel(policies: configuration.policies, teams: configuration.teams)
        let (changes, alerts) = service.wake(
            clock,
            conversation: conversation,
            policy: configuration.policy(clock.policy),
            at: now
        )
        var filing = Filing()
        filing.add(changes)
        try ledger.apply(filing)
        try AlertRoad(setup: setup, now: now, ledger: ledger).raise(alerts, for: conversation)
    }

    private static func endSnooze(
        of conversation: Conversation,
        _ setup: Setup,
        _ now: Instant,
        _ ledger: any Ledger
    ) throws {
        var conversation = conversation
        var filing = Filing()
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        let clocks = try StateChange(to: .open, until: nil, service: service, actor: .hark, now: now)
            .apply(
                to: &conversation,
                clocks: try ledger.activeClocks(of: conversation.id),
                filing: &filing,
                ledger: ledger
            )
        conversation.dueAt = ServiceLevel.dueAt(of: clocks)
        conversation.version += 1
        filing.conversations = [conversation]
        try ledger.apply(filing)
    }
}
