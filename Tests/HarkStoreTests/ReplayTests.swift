import Foundation
import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// History judged once more: by what judged it first nothing differs, by something else just what it changes, and the store stays
/// as it was. HARK_REPLAY sets how many messages; the suite takes 300.
struct ReplayTests {
    private static let now = "2026-11-23T09:00:00Z"

    private struct Ground {
        var folder: ScratchFolder
        var store: SQLiteStore
        var setup: Setup
        var clock: TestClock
    }

    private func ground(messages count: Int) async throws -> Ground {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.sqlite"))
        let clock = TestClock(Self.now)
        let setup = Brand().setup
        let intake = Intake(store: store, running: Running(setup), clock: clock)
        for start in stride(from: 0, to: count, by: 500) {
            let drafts = (start..<min(start + 500, count)).map { number in
                Inbound.Change.message(
                    .direct("r\(number)", from: "u\(number / 2)", "my parcel \(number) is late", at: clock.now)
                )
            }
            _ = try await intake.take(.toy(drafts))
        }
        clock.advance(by: .hours(2))
        return Ground(folder: folder, store: store, setup: setup, clock: clock)
    }

    private func replay(_ ground: Ground, by setup: Setup) async throws -> ReplayReport {
        let team = ground.setup.configuration.routing.defaultTeam
        let replay = Replay(ground.store, by: setup, defaultTeam: team, now: ground.clock.now)
        return try await replay.run(since: ground.clock.now - .days(1), lanes: 2)
    }

    @Test func whatJudgedItFirstFindsNoDifference() async throws {
        let count = ProcessInfo.processInfo.environment["HARK_REPLAY"].flatMap { Int($0) } ?? 300
        let ground = try await ground(messages: count)
        let started = ContinuousClock.now
        let report = try await replay(ground, by: ground.setup)
        print("\(count) messages replayed in \(started.duration(to: .now))")
        #expect(report.messages == count)
        for changes in [report.levels, report.sentiments, report.teams, report.deadlines] {
            #expect(changes.total == 0, "\(changes.counts)")
        }
        let nothing = Replay(
            ground.store,
            by: ground.setup,
            defaultTeam: "support",
            now: ground.clock.now
        )
        #expect(try await nothing.run(since: ground.clock.now, lanes: 2).messages == 0)
    }

    @Test func anotherDefaultTeamAndNoPromisesAreCountedWithExamplesAndChangeNothing() async throws {
        let ground = try await ground(messages: 40)
        let before = try await ground.store.lastEvent()
        var setup = ground.setup
        setup.configuration.routing.defaultTeam = "billing"
        setup.configuration.routing.rules = []
        setup.configuration.policies = []
        let report = try await replay(ground, by: setup)
        #expect(report.messages == 40)
        #expect(report.teams.counts == ["support → billing": 20], "only what begins a conversation is given to a team")
        #expect(report.deadlines.total == 20 && report.deadlines.counts.keys.allSatisfy { $0.hasSuffix(" → none") })
        #expect(report.teams.examples.count == 3 && report.teams.examples[0].snippet == "my parcel 0 is late")
        #expect(try await ground.store.lastEvent() == before)
    }

    @Test func aShorterPromiseSaysWhatItWouldHaveBroken() async throws {
        let ground = try await ground(messages: 10)
        var setup = ground.setup
        for index in setup.configuration.policies.indices {
            for key in setup.configuration.policies[index].targets.keys where key.metric == .firstResponse {
                setup.configuration.policies[index].targets[key] = .init(span: .minutes(1), hours: .calendar)
            }
        }
        let report = try await replay(ground, by: setup)
        #expect(report.deadlines.total == 5)
        #expect(report.alerts.counts == ["kept → breached": 5])
    }
}
