import Foundation
import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// Agents at work on one store. `HARK_CLAIMS=10000` lets eight of them share that many conversations.
struct AssignmentTests {
    private let folder: ScratchFolder
    private let store: SQLiteStore
    private let clock = TestClock("2026-11-23T09:00:00Z")

    init() throws {
        folder = try ScratchFolder()
        store = try SQLiteStore(path: folder.path("hark.sqlite"))
    }

    private func running(
        _ names: [String],
        _ mode: Assignment.Mode? = .leastOpen,
        capacity: Int = 3
    ) -> Running {
        var brand = Brand()
        brand.configuration.teams[0].members = names.map { Agent(name: $0, email: nil) }
        brand.configuration.teams[0].assignment = mode.map { Assignment(mode: $0, capacity: capacity) }
        return Running(brand.setup)
    }

    private func desk(_ agent: String, _ running: Running) -> LocalDesk {
        LocalDesk(
            store: store,
            running: running,
            transport: Unreachable(),
            mint: NoMint(),
            clock: clock,
            actor: .agent(agent)
        )
    }

    private func arrive(_ numbers: Range<Int>, _ running: Running) async throws {
        let intake = Intake(store: store, running: running, clock: clock)
        for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 100) {
            let changes = (start..<min(start + 100, numbers.upperBound)).map { number in
                Inbound.Change.message(
                    .direct("m\(number)", from: "c\(number)", "hello", at: clock.now + .seconds(Int64(number) - 20_000))
                )
            }
            _ = try await intake.take(.toy(changes))
        }
    }

    private func look(_ running: Running) async throws -> Instant? {
        try await Timekeeper(store: store, running: running, clock: clock).tick()
    }

    private func open(_ running: Running) async throws -> [ConversationSummary] {
        try await desk("ana", running).inbox(InboxRequest(query: "is:open", limit: 200)).data
    }

    @Test func eightAgentsClaimingAtOnceNeverShareAConversation() async throws {
        let count = ProcessInfo.processInfo.environment["HARK_CLAIMS"].flatMap { Int($0) } ?? 240
        let names = (0..<8).map { "agent\($0)" }
        let running = running(names, nil)
        try await arrive(0..<count, running)
        let claimed = try await withThrowingTaskGroup { group in
            for name in names {
                group.addTask { () -> [Int64] in
                    let desk = desk(name, running)
                    var mine: [Int64] = []
                    while let next = try? await desk.claim(nil) { mine.append(next.id) }
                    return mine
                }
            }
            return try await group.reduce(into: [[Int64]]()) { $0.append($1) }
        }
        let all = claimed.flatMap(\.self)
        #expect(all.count == count && Set(all).count == count)
        #expect(try await desk("ana", running).inbox(InboxRequest(query: "is:unassigned")).data.isEmpty)
        print(
            "8 agents, \(count) conversations: \(all.count - Set(all).count) with two owners, \(count - all.count) left waiting"
        )
    }

    @Test func nothingWaitsWhileAnAgentHasRoomHoweverManyCloseAtOnce() async throws {
        let count = ProcessInfo.processInfo.environment["HARK_CLAIMS"].flatMap { Int($0) } ?? 240
        let names = (0..<8).map { "agent\($0)" }
        let running = running(names, capacity: 5)
        try await arrive(0..<count, running)
        _ = try await look(running)
        let idle = try await withThrowingTaskGroup { group in
            for name in names {
                group.addTask { () -> Int in
                    let desk = desk(name, running)
                    while case let mine = try await desk.inbox(InboxRequest(query: "assignee:me", limit: 5)).data,
                        let next = mine.first
                    {
                        _ = try await desk.change(.init(next.id), ConversationChange(state: .closed))
                    }
                    return 0
                }
            }
            group.addTask { () -> Int in
                var idle = 0
                while try await store.counts().conversations[.open, default: 0] > 0 {
                    idle += try await agentsWithRoomWhileSomebodyWaits(names)
                }
                return idle
            }
            return try await group.reduce(0, +)
        }
        let given = try await store.given()
        #expect(idle == 0)
        #expect(given.count == count && given.values.allSatisfy { $0 == 1 }, "each was given once")
        #expect(try await store.counts().conversations[.closed] == Int64(count))
        print("8 agents with room for 5, \(count) conversations: each given once, \(idle) times one waited with room")
    }

    /// What one moment between two transactions looks like.
    private func agentsWithRoomWhileSomebodyWaits(_ names: [String]) async throws -> Int {
        try await store.write { ledger in
            guard try !ledger.waiting(team: "support", after: nil, limit: 1).isEmpty else { return 0 }
            let load = try ledger.conversationsInPlay()
            return names.count { load[$0, default: 0] < 5 }
        }
    }

    @Test func whatWaitsGoesToWhoHasRoomOldestFirst() async throws {
        let running = running(["ana", "ben"], capacity: 2)
        try await arrive(0..<6, running)
        _ = try await look(running)
        let given = try await open(running).filter { $0.assignee != nil }
        #expect(Set(given.map(\.author)) == ["@c0", "@c1", "@c2", "@c3"])
        #expect(Dictionary(grouping: given) { $0.assignee ?? "" }.mapValues(\.count) == ["ana": 2, "ben": 2])
    }

    @Test func everyFreedSlotIsFilledAtOnce() async throws {
        let running = running(["ana"], capacity: 1)
        try await arrive(0..<3, running)
        _ = try await look(running)
        for expected in ["@c0", "@c1", "@c2"] {
            let mine = try await open(running).filter { $0.assignee == "ana" }
            #expect(mine.map(\.author) == [expected])
            _ = try await desk("ana", running).change(.init(mine[0].id), ConversationChange(state: .closed))
        }
    }

    @Test func whoGoesAwayGivesEverythingToTheOthers() async throws {
        let running = running(["ana", "ben"], .roundRobin, capacity: 10)
        try await arrive(0..<6, running)
        _ = try await look(running)
        _ = try await desk("ana", running).setAvailability(.awayAndReassign, of: nil)
        #expect(Set(try await open(running).map(\.assignee)) == ["ben"])
        let one = try await open(running)[0]
        let explained = try await desk("ana", running).explainAssignment(of: .init(one.id))
        #expect(explained.candidates.first { $0.agent == "ana" }?.note == "is away")
        #expect(explained.assignee == "ben" && explained.decidedBy == "hark")
    }

    @Test func aClaimRunsOutUnlessTheCustomerWasAnswered() async throws {
        let running = running(["ana", "ben"], nil)
        try await arrive(0..<2, running)
        let first = try await desk("ana", running).claim(nil)
        let second = try await desk("ana", running).claim(nil)
        _ = try await desk("ana", running).reply(.init(first.id), ReplyCommand(text: "hi", then: .open))
        clock.advance(by: .minutes(31))
        _ = try await look(running)
        let owners = Dictionary(uniqueKeysWithValues: try await open(running).map { ($0.id, $0.assignee) })
        #expect(owners[first.id] == "ana")
        #expect(owners[second.id] == .some(nil))
    }

    @Test func nobodyIsGivenAnythingOutsideTheirHours() async throws {
        let running = running(["ana"])
        var setup = running.setup
        setup.configuration.teams[0].members[0].calendar = BusinessCalendar(
            timeZone: "UTC",
            hours: [.monday: [36_000..<57_600]]
        )
        running.swap(setup)
        try await arrive(0..<1, running)
        let next = try await look(running)
        #expect(try await open(running).map(\.assignee) == [nil])
        #expect(next.map { $0 <= clock.now + .hours(1) } == true)
        clock.advance(by: .hours(1))
        _ = try await look(running)
        #expect(try await open(running).map(\.assignee) == ["ana"])
    }
}

extension SQLiteStore {
    /// How often each conversation was given to somebody.
    fileprivate func given() async throws -> [Conversation.ID: Int] {
        var given: [Conversation.ID: Int] = [:]
        var last: Int64 = 0
        while case let page = try await events(after: last, limit: 1000), let end = page.last?.id?.rawValue {
            for event in page where event.kind == .conversationAssigned && event.data["after"]?.isEmpty == false {
                if let id = event.conversation { given[id, default: 0] += 1 }
            }
            last = end
        }
        return given
    }
}
