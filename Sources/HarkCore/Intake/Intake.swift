/// Takes deliveries in: one delivery, one transaction, durable before it returns.
public struct Intake: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// The intake of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    /// Files a delivery: raw bytes, messages, contacts, conversations, triage, routing, clocks, events and the cursor commit
    /// together. When this returns, the delivery may be acknowledged. Throws ``Failure`` when nothing was stored.
    public func take(_ arrival: Arrival) async throws -> IntakeOutcome {
        try await file(arrival, again: nil)
    }

    /// Files a delivery that was kept as undecoded, and says so on its row.
    func takeAgain(_ delivery: Delivery, _ arrival: Arrival) async throws -> IntakeOutcome {
        try await file(arrival, again: delivery.id)
    }

    private func file(_ arrival: Arrival, again kept: Int64?) async throws -> IntakeOutcome {
        let setup = running.setup
        let now = clock.now
        let sorted = SortedArrival(arrival, setup: setup)
        return try await store.write { ledger in
            let number = try kept ?? ledger.reserveDelivery()
            var filer = Filer(ledger: ledger, setup: setup, now: now, delivery: number)
            for item in sorted.items { try filer.file(item) }
            let outcome = IntakeOutcome(
                delivery: number,
                fresh: filer.fresh,
                known: filer.known,
                undecoded: sorted.problem
            )
            return try Self.close(arrival, outcome, isKept: kept != nil, at: now, ledger: ledger)
        }
    }

    /// Keeps the raw delivery when it brought something new or could not be read, and moves the cursor.
    private static func close(
        _ arrival: Arrival,
        _ outcome: IntakeOutcome,
        isKept: Bool,
        at now: Instant,
        ledger: any Ledger
    ) throws -> IntakeOutcome {
        var outcome = outcome
        let channel = arrival.channels[0].id
        if let cursor = arrival.cursor {
            try ledger.setCursor(channel: channel, feed: arrival.surface, cursor: cursor)
        }
        let delivery = Delivery(
            id: outcome.delivery ?? 0,
            channel: channel,
            surface: arrival.surface,
            receivedAt: now,
            headers: arrival.headers,
            body: arrival.body,
            state: outcome.undecoded == nil ? .decoded : .undecoded,
            error: outcome.undecoded,
            items: outcome.fresh
        )
        if isKept {
            try ledger.update(
                delivery: delivery.id,
                state: delivery.state,
                error: delivery.error,
                items: outcome.fresh + outcome.known
            )
            return outcome
        }
        let isNews = try outcome.fresh > 0 || (outcome.undecoded != nil && !ledger.isAlreadyUndecoded(delivery))
        guard isNews else {
            outcome.delivery = nil
            return outcome
        }
        try ledger.keep(delivery)
        try ledger.noteDelivery(channel: channel, at: now)
        if let problem = outcome.undecoded {
            var filing = Filing()
            filing.events.append(
                Event(
                    at: now,
                    kind: .deliveryUndecoded,
                    conversation: nil,
                    actor: .hark,
                    data: ["channel": channel.rawValue, "delivery": String(delivery.id), "reason": problem]
                )
            )
            try ledger.apply(filing)
        }
        return outcome
    }
}
