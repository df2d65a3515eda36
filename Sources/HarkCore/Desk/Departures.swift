/// The outbox's decisions: what may leave now, and what follows from how it went.
public struct Departures: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// The departures of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    /// How an attempt went.
    public enum Outcome: Sendable, Hashable {
        /// Gone; for a reply with the network's receipt.
        case sent(Receipt?)
        /// Worth another try, not before the instant (nil: by the backoff ladder).
        case retry(notBefore: Instant?, reason: String)
        /// It will never leave as it is.
        case failed(String)
        /// Nobody knows whether it left, and sending it again could double it; a person decides.
        case unknown(String)
    }

    /// Leases what may leave now.
    public func due(limit: Int) async throws -> [OutboxItem] { [] }

    /// Stores how an attempt went: the item, the message's status, events.
    public func settle(_ item: OutboxItem, _ outcome: Outcome) async throws {}

    /// The earliest instant at which something may leave; nil when nothing waits.
    public func next() async throws -> Instant? { nil }
}
