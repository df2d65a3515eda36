/// The outbox's decisions: what may leave now, and what follows from how it went.
public struct Departures: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// How long a taker may try before the item is anybody's again. Longer than any transfer's timeout.
    static let lease = Span.minutes(2)
    /// Waits between attempts; the last one repeats until the item is given up.
    static let ladder: [Span] = [
        .seconds(5), .seconds(30), .minutes(2), .minutes(5), .minutes(15), .minutes(30), .hours(1),
    ]
    /// How long an item is tried before it is given up.
    static let patience = Span.hours(24)

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
        /// Nothing is left to tell.
        case dropped
        /// It will never leave as it is.
        case failed(String)
        /// Nobody knows whether it left, and sending it again could double it; a person decides.
        case unknown(String)
    }

    /// Leases what may leave now.
    public func due(limit: Int) async throws -> [OutboxItem] {
        let now = clock.now
        return try await store.write { ledger in
            try ledger.lease(now: now, until: now + Self.lease, limit: limit)
        }
    }

    /// The earliest instant at which something may leave; nil when nothing waits.
    public func next() async throws -> Instant? { try await store.nextDeparture() }

    /// Stores how an attempt went: the item, the message's status, events.
    public func settle(_ item: OutboxItem, _ outcome: Outcome) async throws {
        let now = clock.now
        let setup = running.setup
        try await store.write { ledger in
            var item = item
            item.attempts += 1
            let given = Self.decide(&item, outcome, now: now)
            try ledger.settle(item)
            try ledger.apply(Self.filing(item, given, setup, now: now, ledger: ledger))
        }
    }

    /// What follows for the messages or alerts it is about.
    private static func filing(
        _ item: OutboxItem,
        _ outcome: Outcome,
        _ setup: Setup,
        now: Instant,
        ledger: any Ledger
    ) throws -> Filing {
        switch item.content {
        case .notices(let group):
            return AlertSettlement(item: item, group: group, now: now).filing(outcome)
        case .edit(let edit, message: let number):
            guard let message = try ledger.message(number) else { return Filing() }
            return EditSettlement(edit: edit, message: message, now: now).filing(outcome)
        case .reply(_, message: let number):
            guard let message = try ledger.message(number), let id = item.conversation,
                let conversation = try ledger.conversation(id)
            else { return Filing() }
            return try Settlement(message: message, conversation: conversation, setup: setup, now: now)
                .filing(outcome, ledger: ledger)
        }
    }

    /// Moves the item on; an item out of patience fails.
    private static func decide(_ item: inout OutboxItem, _ outcome: Outcome, now: Instant) -> Outcome {
        switch outcome {
        case .sent:
            item.state = .sent
            item.lastError = nil
            return outcome
        case .dropped:
            item.state = .dropped
            item.lastError = nil
            return outcome
        case .failed(let reason), .unknown(let reason):
            item.state = .failed
            item.lastError = reason
            return outcome
        case .retry(let notBefore, let reason):
            item.lastError = reason
            // A mail that was given up and asked for again has its attempts anew, however old it is.
            guard now - item.createdAt < patience || item.attempts < ladder.count else {
                item.state = .failed
                return .failed("given up after \(item.attempts) attempts: \(reason)")
            }
            item.nextAttemptAt = notBefore ?? now + jittered(ladder[min(item.attempts - 1, ladder.count - 1)])
            return outcome
        }
    }

    /// A wait with up to a quarter more, so that mails refused together do not come back together.
    private static func jittered(_ wait: Span) -> Span {
        wait + Span(milliseconds: Int64.random(in: 0...wait.milliseconds / 4))
    }

    /// What a mail has to tell now; nil when nothing is left.
    public func bulletin(for item: OutboxItem, _ group: NoticeGroup) async throws -> Bulletin? {
        let (setup, now) = (running.setup, clock.now)
        return try await store.write { ledger in
            try BulletinComposer(setup: setup, now: now, ledger: ledger).bulletin(for: item, group)
        }
    }
}
