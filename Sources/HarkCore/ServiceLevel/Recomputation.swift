/// Brings open deadlines in step with the configuration and the zone data of now, once after either has changed.
struct Recomputation {
    let store: any Store
    let setup: Setup
    let now: Instant

    private static let batch = 200
    private static let basisName = "clock_basis"

    /// Computes open deadlines anew when they were computed by something else; the log says what moved.
    ///
    /// Many take their time. What is due meanwhile must not wait: `meanwhile` is called again and again with the reason, brings
    /// what it touches in step by itself (``refresh(_:because:at:_:)``) and returns how many deadlines that moved.
    func run(meanwhile: (String) async throws -> Int) async throws {
        let basis = Self.basis(of: setup)
        let known = try await store.setting(Self.basisName)
        guard known != basis.joined(separator: " ") else { return }
        let reason = known?.hasSuffix(" " + basis[1]) ?? true ? "the configuration changed" : "the zone data changed"
        var moved = 0
        var position = Conversation.ID(0)
        while let next = try await step(after: position, because: reason) {
            moved += next.moved + (try await meanwhile(reason))
            position = next.position
        }
        try await finish(basis.joined(separator: " "), moved: moved, because: reason, isFirst: known == nil)
    }

    private static func basis(of setup: Setup) -> [String] {
        [setup.configuration.fingerprint, BusinessCalendar.zoneDataVersion]
    }

    private func step(
        after position: Conversation.ID,
        because reason: String
    ) async throws -> (position: Conversation.ID, moved: Int)? {
        try await store.write { [self] ledger in
            let cases = try ledger.openCases(after: position, limit: Self.batch)
            let moved = try cases.reduce(0) { try $0 + refresh($1, because: reason, at: now, ledger) }
            return cases.last.map { ($0.subject.conversation.id, moved) }
        }
    }

    /// Brings one conversation's clocks in step; returns how many deadlines moved.
    func refresh(_ one: OpenCase, because reason: String, at now: Instant, _ ledger: any Ledger) throws -> Int {
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        let policy = service.policy(for: one.subject, at: now)
        var conversation = one.subject.conversation
        let changes = service.recompute(conversation, policy: policy, active: one.clocks, because: reason, at: now)
        guard changes != ClockChanges() else { return 0 }
        conversation.dueAt = ServiceLevel.dueAt(of: one.clocks.updated(by: changes.clocks))
        conversation.version += 1
        var filing = Filing()
        filing.add(changes)
        filing.conversations = [conversation]
        try ledger.apply(filing)
        return ServiceLevel.movements(changes, from: one.clocks).count
    }

    private func finish(_ basis: String, moved: Int, because reason: String, isFirst: Bool) async throws {
        try await store.write { [now] ledger in
            try ledger.set(Self.basisName, to: basis)
            guard !isFirst || moved > 0 else { return }
            var filing = Filing()
            let data = ["because": reason, "deadlines_moved": String(moved)]
            filing.events = [Event(at: now, kind: .configurationChanged, conversation: nil, actor: .hark, data: data)]
            try ledger.apply(filing)
        }
    }
}
