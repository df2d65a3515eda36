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
        throw Failure(.internalError, "not built yet")
    }
}
