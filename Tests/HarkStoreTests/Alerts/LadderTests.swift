import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// Who is told when, and what stops it. The policy promises an answer within an hour; the team is told at 45 minutes, the
/// lead at the breach.
@Suite struct LadderTests {
    @Test func everyStepIsToldOnceAtItsTime() async throws {
        let scene = try AlertScene()
        let id = try await scene.asked("kim")
        let mails = try await scene.pass(.hours(2), every: .minutes(5))
        #expect(mails.map(\.to) == ["support@brand.example", "lea@brand.example"])
        #expect(mails.map(\.level) == [1, 2])
        #expect(mails.allSatisfy { $0.about == [id.rawValue] })
        #expect(
            mails.map { $0.at - (Instant("2026-11-23T09:00:00Z") ?? scene.clock.now) } == [.minutes(45), .hours(1)]
        )
        #expect(try await scene.alerts().map(\.level) == [2])
    }

    @Test func aLateLookTellsEachAddressOnceAtItsHighestStep() async throws {
        let ladder = [
            Escalation(point: .used(percent: 50), recipients: [.team, .address("boss@brand.example")]),
            Escalation(point: .before(.minutes(15)), recipients: [.team]),
            Escalation(point: .breached(after: .zero), recipients: [.leads, .agent("bob"), .otherTeam("billing")]),
            Escalation(point: .breached(after: .minutes(15)), recipients: [.address("boss@brand.example")]),
        ]
        let scene = try AlertScene { configuration in
            configuration.policies[0].escalations = []
            configuration.teams[0].ladder = ladder
        }
        try await scene.asked("kim", ago: .hours(2))
        let mails = try await scene.pass()
        #expect(
            mails.map { "\($0.level) \($0.to)" }.sorted() == [
                "2 support@brand.example", "3 bob@brand.example", "3 lea@brand.example", "4 boss@brand.example",
            ]
        )
    }

    @Test func aStepBeforeTheTargetComesThen() async throws {
        let scene = try AlertScene { configuration in
            configuration.policies[0].escalations = [Escalation(point: .before(.minutes(10)), recipients: [.team])]
        }
        try await scene.asked("kim")
        let mails = try await scene.pass(.hours(1), every: .minutes(1))
        #expect(mails.map { $0.at - (Instant("2026-11-23T09:00:00Z") ?? scene.clock.now) } == [.minutes(50)])
        #expect(mails.first?.bulletin.isBreach == false)
    }

    @Test func aBreachIsToldAgainUntilSomebodyTakesCare() async throws {
        let scene = try AlertScene()
        try await scene.asked("kim")
        _ = try await scene.pass(.hours(1), every: .minutes(15))
        let again = try await scene.pass(.hours(9), every: .minutes(30))
        #expect(again.map(\.to) == ["lea@brand.example", "lea@brand.example"])
        #expect(again.map { $0.at - (Instant("2026-11-23T10:00:00Z") ?? scene.clock.now) } == [.hours(4), .hours(8)])
    }

    @Test func anAcknowledgementRestsTheLadderAndItsEndArmsItAgain() async throws {
        let scene = try AlertScene()
        try await scene.asked("kim")
        _ = try await scene.pass(.minutes(45))
        let alert = try #require(try await scene.alerts().first)
        let held = try await scene.desk.acknowledge(.init(rawValue: alert.id))
        #expect(held.state == .acknowledged && held.stoppedBy == "@ana")
        #expect(try await scene.pass(.minutes(59), every: .minutes(1)).isEmpty, "the breach lies in between")
        let after = try await scene.pass(.minutes(1))
        #expect(after.map(\.to) == ["lea@brand.example"])
        #expect(try await scene.count(.alertRearmed) == 1)
        #expect(try await scene.count(.clockBreached) == 1)
    }

    @Test(arguments: [true, false])
    func aReassignmentStopsWhatItMay(_ mayStop: Bool) async throws {
        let scene = try AlertScene { configuration in
            let stops: Set<Escalation.Stop> = mayStop ? [.reassignment] : [.reply, .acknowledgement]
            configuration.policies[0].escalations[1].stoppedBy = stops
        }
        let id = try await scene.asked("kim")
        _ = try await scene.pass(.minutes(50))
        _ = try await scene.desk.change(id, ConversationChange(assignee: "lea"))
        #expect(try await scene.pass(.minutes(15)).count == (mayStop ? 0 : 1))
    }

    @Test func aReplyEndsTheAlertAndWhatWaitsForTheGroupIsDropped() async throws {
        let scene = try AlertScene { $0.alerts.groupWait = .seconds(30) }
        let id = try await scene.asked("kim")
        #expect(try await scene.pass(.hours(1)).isEmpty)
        #expect(try await scene.alerts().count == 1)
        _ = try await scene.desk.reply(id, ReplyCommand(text: "Here we are.", then: .closed))
        #expect(try await scene.pass(.minutes(5), every: .seconds(10)).isEmpty)
        #expect(try await scene.alerts().isEmpty)
        #expect(try await scene.store.counts().outbox[.dropped, default: 0] == 2)
        let again = try await scene.desk.alerts(AlertsRequest(all: true)).data
        #expect(again.map(\.state) == [.resolved])
        await #expect(throws: Failure.self) { try await scene.desk.acknowledge(.init(rawValue: again[0].id)) }
    }

    @Test func anUnknownAlertIsNotFound() async throws {
        let scene = try AlertScene()
        let failure = await #expect(throws: Failure.self) {
            try await scene.desk.acknowledge(.init(rawValue: 5))
        }
        #expect(failure?.code == .notFound)
    }
}
