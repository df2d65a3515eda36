/// Looks at open alerts when their time comes: tells them again, arms ladders again, ends what is over.
public struct AlertWatch: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    private static let batch = 200

    /// The watch of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    /// Looks at everything that is due now and returns the next instant at which something will be; nil when nothing will.
    public func tick() async throws -> Instant? {
        while try await wake() == Self.batch {}
        return try await store.nextAlert()
    }

    private func wake() async throws -> Int {
        let road = (setup: running.setup, now: clock.now)
        return try await store.write { ledger in
            let alerts = try ledger.alerts(wakingBy: road.now, limit: Self.batch)
            let road = AlertRoad(setup: road.setup, now: road.now, ledger: ledger)
            for alert in alerts { try road.wake(alert) }
            return alerts.count
        }
    }
}

extension AlertRoad {
    /// Decides what becomes of an alert whose time has come.
    func wake(_ alert: Alert) throws {
        var alert = alert
        switch try standing(of: alert) {
        case .over:
            alert.resolvedAt = now
            alert.wakesAt = nil
            try ledger.save(alert)
        case .waiting:
            alert.wakesAt = now + setup.configuration.alerts.repeatInterval
            try ledger.save(alert)
        case .open(let conversation):
            try wakeOpen(&alert, conversation)
        }
    }

    private func wakeOpen(_ alert: inout Alert, _ conversation: Conversation?) throws {
        let step = setup.configuration.step(alert.level, of: alert)
        if alert.isStopped(for: step, at: now) {
            alert.wakesAt = alert.stop?.until
            return try ledger.save(alert)
        }
        var first = alert.level
        if let stop = alert.stop, stop.until <= now {
            alert.stop = nil
            // Steps that were reached meanwhile are told now.
            first = min(max(alert.told + 1, 1), alert.level)
            try rearmed(alert, stop)
        }
        let rungs = (first...max(first, alert.level)).map {
            Rung(level: $0, step: setup.configuration.step($0, of: alert))
        }
        try tell(&alert, rungs, conversation)
    }

    private func rearmed(_ alert: Alert, _ stop: Alert.Stop) throws {
        var filing = Filing()
        filing.events = [
            Event(
                at: now,
                kind: .alertRearmed,
                conversation: alert.conversation,
                actor: .hark,
                data: ["alert": alert.id.description, "stopped_by": stop.by, "stop": stop.kind.rawValue]
            )
        ]
        try ledger.apply(filing)
    }

    private enum Standing {
        case over, waiting
        case open(Conversation?)
    }

    /// Whether what an alert is about still stands: its clock runs, rests, or has ended.
    private func standing(of alert: Alert) throws -> Standing {
        guard let id = alert.conversation else {
            let isSpent =
                alert.cause == .spike && now >= alert.raisedAt + (setup.configuration.alerts.spikes?.coolDown ?? .zero)
            return isSpent ? .over : .open(nil)
        }
        guard let conversation = try ledger.conversation(id) else { return .over }
        guard let clock = try ledger.activeClocks(of: id).first(where: { $0.id == alert.clock }) else { return .over }
        return clock.state == .paused ? .waiting : .open(conversation)
    }
}
