import HarkCore
import HarkSQLite
import HarkTesting

/// A service without its servers: messages come in, the clock is moved by hand, mails are taken instead of sent.
struct AlertScene {
    /// A mail that left.
    struct Mail {
        var at: Instant
        var bulletin: Bulletin

        var to: String { bulletin.group.recipient }
        var level: Int { bulletin.group.level }
        var about: [Int64] { bulletin.entries.compactMap { $0.conversation?.id.rawValue } }
    }

    let folder: ScratchFolder
    let store: SQLiteStore
    let clock: TestClock
    let running: Running
    let departures: Departures
    let timekeeper: Timekeeper
    let watch: AlertWatch

    /// Grouping is off unless a test asks for it.
    init(_ change: (inout Configuration) -> Void = { _ in }) throws {
        folder = try ScratchFolder()
        store = try SQLiteStore(path: folder.path("hark.sqlite"))
        clock = TestClock("2026-11-23T09:00:00Z")
        var brand = Brand()
        brand.configuration.alerts.groupWait = .zero
        change(&brand.configuration)
        running = Running(brand.setup)
        departures = Departures(store: store, running: running, clock: clock)
        timekeeper = Timekeeper(store: store, running: running, clock: clock)
        watch = AlertWatch(store: store, running: running, clock: clock)
    }

    var desk: LocalDesk { desk(of: .agent("ana")) }

    func desk(of actor: Event.Actor) -> LocalDesk {
        LocalDesk(
            store: store,
            running: running,
            transport: NoTransport(),
            mint: CountingMint(),
            clock: clock,
            actor: actor
        )
    }

    /// A customer wrote; returns the conversation.
    @discardableResult
    func asked(_ name: String, _ text: String = "hello", ago: Span = .zero) async throws -> Conversation.ID {
        let draft = Draft.direct("m-\(name)", from: name, text, at: clock.now - ago)
        _ = try await Intake(store: store, running: running, clock: clock).take(.toy([.message(draft)]))
        let found = try await store.conversations(
            matching: try Query("from:\(name)"),
            after: nil,
            limit: 1,
            now: clock.now
        )
        return found[0].id
    }

    /// Many customers wrote in one delivery, one after the other within a span.
    func asked(_ count: Int, ago: Span, within span: Span) async throws -> Set<Int64> {
        let step = span.milliseconds / Int64(count)
        let drafts = (0..<count).map { number in
            let at = clock.now - ago + Span(milliseconds: Int64(number) * step)
            return Draft.direct("many-\(number)", from: "c\(number)", "hello", at: at)
        }
        let intake = Intake(store: store, running: running, clock: clock)
        for start in stride(from: 0, to: count, by: 100) {
            _ = try await intake.take(.toy(drafts[start..<min(start + 100, count)].map { .message($0) }))
        }
        let all = try await store.conversations(matching: .all, after: nil, limit: count * 2, now: clock.now)
        return Set(all.map(\.id.rawValue))
    }

    /// What the service does at an instant: clocks, alerts, mails.
    @discardableResult
    func pass(_ span: Span = .zero) async throws -> [Mail] {
        clock.advance(by: span)
        _ = try await timekeeper.tick()
        _ = try await watch.tick()
        var mails: [Mail] = []
        while case let items = try await departures.due(limit: 500), !items.isEmpty {
            for item in items {
                guard case .notices(let group) = item.content else { continue }
                let bulletin = try await departures.bulletin(for: item, group)
                if let bulletin { mails.append(Mail(at: clock.now, bulletin: bulletin)) }
                try await departures.settle(item, bulletin == nil ? .dropped : .sent(nil))
            }
        }
        return mails
    }

    /// Passes time in steps.
    func pass(_ span: Span, every step: Span) async throws -> [Mail] {
        var mails: [Mail] = []
        let end = clock.now + span
        while clock.now < end { mails += try await pass(min(step, end - clock.now)) }
        return mails
    }

    /// The alerts that are open.
    func alerts() async throws -> [AlertView] { try await desk.alerts(AlertsRequest()).data }

    /// How often things of a kind happened.
    func count(_ kind: Event.Kind) async throws -> Int {
        try await store.events(after: 0, limit: 100_000).count { $0.kind == kind }
    }
}
