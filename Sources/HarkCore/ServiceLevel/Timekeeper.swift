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
        try await Recomputation(store: store, setup: running.setup, now: clock.now).run()
        while try await wake() == Self.batch {}
        let shift = Dispatcher.nextShift(running.setup, after: clock.now)
        return [try await store.nextWake(), shift].compactMap(\.self).min()
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
