import Foundation
import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// A day of conversations on a test clock, with restarts at random points and a wall clock that jumps by an hour.
/// `HARK_DAY=10000` plays that many conversations.
struct SimulatedDayTests {
    @Test func everyBreachIsRecordedOnceAtItsInstant() async throws {
        let count = ProcessInfo.processInfo.environment["HARK_DAY"].flatMap { Int($0) } ?? 150
        var day = try SimulatedDay(conversations: count, seed: 42)
        try await day.play()
        let breaches = try await day.events().filter { $0.kind == .clockBreached }
        let byClock = Dictionary(grouping: breaches) { $0.data["clock"] ?? "" }
        #expect(byClock.values.allSatisfy { $0.count == 1 })
        #expect(breaches.allSatisfy { $0.data["due"] == $0.at.description })
        let promises = breaches.filter { $0.data["metric"] == "first_response" }
        let told = Dictionary(promises.map { ($0.conversation?.rawValue ?? 0, $0.at) }) { first, _ in first }
        let expected = try await day.expectedBreaches()
        #expect(told == expected)
        #expect(expected.count > count / 4 && expected.count < count)
        print(
            "\(count) conversations, \(day.restarts) restarts, \(day.jumps) jumps: \(breaches.count) breaches, each once"
        )
    }

    @Test func theRowsAreWhatTheLogTells() async throws {
        var day = try SimulatedDay(conversations: 60, seed: 7)
        try await day.play()
        let folded = FoldedClock.fold(try await day.events())
        let rows = try await day.rows()
        #expect(rows.count >= 60)
        for row in rows { #expect(folded[row.id] == FoldedClock(row)) }
    }
}

/// The day itself: who writes when, who answers when, and what goes wrong with the machine.
struct SimulatedDay {
    private enum Step { case arrives(Int), answered(Int), restart, jump(Span), look }

    private let folder: ScratchFolder
    private var store: SQLiteStore
    private let running: Running
    private let clock = TestClock("2026-11-23T00:00:00Z")
    private var random: SeededGenerator
    private var steps: [(at: Instant, step: Step)] = []
    private var due: [Int: Instant] = [:]
    private var answered: [Int: Instant] = [:]
    private(set) var restarts = 0
    private(set) var jumps = 0

    init(conversations: Int, seed: UInt64) throws {
        folder = try ScratchFolder()
        store = try SQLiteStore(path: folder.path("day.sqlite"))
        random = SeededGenerator(seed: seed)
        var brand = Brand(policies: [Self.policy])
        brand.configuration.teams[0].calendar = Self.calendar
        running = Running(brand.setup)
        for number in 0..<conversations { plan(number) }
        for _ in 0..<24 {
            steps.append((moment(), .restart))
            steps.append((moment(), .jump(.hours(Bool.random(using: &random) ? 1 : -1))))
        }
        for quarter in 0..<400 { steps.append((clock.now + .minutes(Int64(quarter) * 15), .look)) }
        steps.sort { $0.at < $1.at }
    }

    private static let calendar = BusinessCalendar(
        timeZone: "Europe/Berlin",
        hours: [.monday: [28_800..<64_800], .tuesday: [28_800..<64_800], .wednesday: [28_800..<64_800]]
    )

    private static var policy: ServicePolicy {
        var policy = Brand.policy
        policy.targets = policy.targets.filter { $0.key.metric == .firstResponse }
            .mapValues { _ in .init(span: .hours(4), hours: .business) }
        return policy
    }

    private mutating func moment() -> Instant { clock.now + .seconds(Int64.random(in: 0..<86_400, using: &random)) }

    /// Half are answered in good time: an hour at least before the deadline, which no jump of the clock can make late.
    private mutating func plan(_ number: Int) {
        let at = moment()
        steps.append((at, .arrives(number)))
        guard let due = Self.calendar.instant(after: .hours(4), from: at) else { return }
        self.due[number] = due
        let inTime = due - at - .minutes(65)
        let wait: Span
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: wait = Span(milliseconds: Int64.random(in: 1000...inTime.milliseconds, using: &random))
        case 2: wait = due - at + .seconds(Int64.random(in: 3700...20_000, using: &random))
        default: return
        }
        answered[number] = at + wait
        steps.append((at + wait, .answered(number)))
    }

    /// Plays the day and two more, until every deadline has passed.
    mutating func play() async throws {
        for (at, step) in steps {
            clock.advance(by: at - clock.now)
            switch step {
            case .arrives(let number):
                let draft = Draft.direct("m\(number)", from: "c\(number)", "hello", at: at)
                _ = try await Intake(store: store, running: running, clock: clock).take(.toy([.message(draft)]))
            case .answered(let number): try await answer(number)
            case .restart: try restart()
            case .jump(let span):
                clock.advance(by: span)
                try await look()
                clock.advance(by: .zero - span)
                jumps += 1
            case .look: break
            }
            try await look()
        }
        clock.advance(by: .days(3))
        try await look()
    }

    private func look() async throws { _ = try await Timekeeper(store: store, running: running, clock: clock).tick() }

    private mutating func restart() throws {
        try store.close()
        store = try SQLiteStore(path: folder.path("day.sqlite"))
        restarts += 1
    }

    private func answer(_ number: Int) async throws {
        let id = try await conversation(number)
        let desk = LocalDesk(
            store: store,
            running: running,
            transport: Unreachable(),
            mint: NoMint(),
            clock: clock,
            actor: .agent("ana")
        )
        // The toy network takes answers for a day; a note of the state ends the clock all the same.
        _ = try await desk.change(id, ConversationChange(state: .closed))
    }

    private func conversation(_ number: Int) async throws -> Conversation.ID {
        try await store.write { ledger in
            guard let one = try ledger.conversation(channel: Brand.channel.id, key: .person("c\(number)")) else {
                throw Failure(.notFound, "conversation \(number) did not arrive")
            }
            return one.id
        }
    }

    /// What was not answered by its deadline.
    func expectedBreaches() async throws -> [Int64: Instant] {
        var expected: [Int64: Instant] = [:]
        for (number, due) in due where answered[number].map({ $0 >= due }) ?? true {
            expected[try await conversation(number).rawValue] = due
        }
        return expected
    }

    /// The whole log.
    func events() async throws -> [Event] {
        var events: [Event] = []
        while case let page = try await store.events(after: events.last?.id?.rawValue ?? 0, limit: 1000), !page.isEmpty
        {
            events += page
        }
        return events
    }

    /// Every clock's row.
    func rows() async throws -> [Clock] {
        var rows: [Clock] = []
        for number in due.keys {
            rows += try await store.file(of: conversation(number))?.clocks ?? []
        }
        return rows
    }
}

struct Unreachable: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        throw TransportFailure.unreachable("nothing is sent here")
    }
}

struct NoMint: TokenMint {
    func mint() -> (text: String, hash: [UInt8]) { ("", []) }
}
