import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// Many alerts at once, and hours in which nobody wants any.
@Suite struct StormTests {
    @Test func aThousandBreachesInAMinuteAreAtMostTwoMailsForEachRecipient() async throws {
        let scene = try AlertScene { configuration in
            configuration.alerts.groupWait = .seconds(30)
            configuration.policies[0].escalations = [
                Escalation(point: .breached(after: .zero), recipients: [.leads, .address("boss@brand.example")])
            ]
        }
        let all = try await scene.asked(1000, ago: .minutes(60), within: .seconds(60))
        #expect(all.count == 1000)
        let mails = try await scene.pass(.minutes(7), every: .seconds(5))
        for recipient in ["lea@brand.example", "boss@brand.example"] {
            let own = mails.filter { $0.to == recipient }
            #expect(own.count <= 2 && !own.isEmpty)
            #expect(Set(own.flatMap(\.about)) == all)
            #expect(own.flatMap(\.about).count == 1000, "none is in two mails")
            let waited = own.map { $0.at - (Instant("2026-11-23T09:00:00Z") ?? scene.clock.now) }
            #expect(waited.first.map { $0 <= .seconds(35) } == true)
            #expect(waited.last.map { $0 <= .seconds(335) } == true)
        }
        #expect(mails.count <= 4)
        #expect(try await scene.count(.clockBreached) == 1000)
    }

    @Test func withoutGroupingEveryAlertLeavesAtOnceInAMailOfItsOwn() async throws {
        let scene = try AlertScene()
        for name in ["a", "b", "c"] { try await scene.asked(name, ago: .hours(2)) }
        let mails = try await scene.pass()
        #expect(mails.count == 6)
        #expect(mails.allSatisfy { $0.about.count == 1 })
    }

    @Test func quietHoursHoldWhatIsNotCritical() async throws {
        let scene = try AlertScene { configuration in
            configuration.alerts.groupWait = .seconds(30)
            configuration.teams[0].quietHours = BusinessCalendar(
                timeZone: "GMT",
                hours: [.monday: [8 * 3600..<14 * 3600]]
            )
        }
        try await scene.asked("calm")
        #expect(try await scene.pass(.minutes(299), every: .minutes(10)).isEmpty)
        let after = try await scene.pass(.minutes(6), every: .minutes(1))
        #expect(Set(after.map(\.to)) == ["support@brand.example", "lea@brand.example"])
        #expect(after.allSatisfy { $0.at == Instant("2026-11-23T14:00:00Z") })
    }

    @Test func whatIsCriticalBreaksTheQuietAndTakesAlongWhatWaits() async throws {
        let scene = try AlertScene { configuration in
            configuration.alerts.groupWait = .seconds(30)
            configuration.teams[0].quietHours = BusinessCalendar(
                timeZone: "GMT",
                hours: [.monday: [8 * 3600..<14 * 3600]]
            )
        }
        try await scene.asked("calm", ago: .hours(2))
        #expect(try await scene.pass(.minutes(5), every: .minutes(1)).isEmpty)
        try await scene.asked("late", "urgent", ago: .hours(2))
        let mails = try await scene.pass(.minutes(1), every: .seconds(10))
        #expect(mails.map(\.about.count) == [2, 2])
    }

    @Test func aSilenceKeepsMailsBackAndItsEndTellsWhatIsStillOpen() async throws {
        let scene = try AlertScene()
        let command = SilenceCommand(scope: .init(team: "support"), endsAt: scene.clock.now + .hours(3), reason: "move")
        let silence = try await scene.desk.silence(command)
        try await scene.asked("kim")
        #expect(try await scene.pass(.minutes(175), every: .minutes(5)).isEmpty)
        #expect(try await scene.alerts().count == 1)
        let after = try await scene.pass(.minutes(10), every: .minutes(1))
        #expect(after.map(\.to) == ["lea@brand.example"])
        #expect(try await scene.desk.silences().isEmpty)
        #expect(try await scene.desk.endSilence(silence.id).id == silence.id)
    }

    @Test func aSilenceMadeWhileAMailWaitsHoldsItToo() async throws {
        let scene = try AlertScene { $0.alerts.groupWait = .seconds(30) }
        try await scene.asked("kim")
        _ = try await scene.pass(.hours(1))
        let scope = Silence.Scope(conversation: Conversation.ID(1))
        _ = try await scene.desk.silence(.init(scope: scope, endsAt: scene.clock.now + .hours(1), reason: "known"))
        #expect(try await scene.pass(.minutes(50), every: .minutes(1)).isEmpty)
        #expect(try await scene.pass(.minutes(20), every: .minutes(1)).map(\.to) == ["lea@brand.example"])
    }

    @Test func aSilenceNeedsAnEndAndAReason() async throws {
        let scene = try AlertScene()
        let now = scene.clock.now
        for (ends, reason) in [(now, "x"), (now + .days(400), "x"), (now + .hours(1), ""), (now + .hours(1), "a\nb")] {
            await #expect(throws: Failure.self) {
                try await scene.desk.silence(SilenceCommand(scope: .init(), endsAt: ends, reason: reason))
            }
        }
    }

    @Test func aMailThatWasRefusedIsShownAndCanBeSentAgain() async throws {
        let scene = try AlertScene()
        try await scene.asked("kim", ago: .hours(2))
        _ = try await scene.timekeeper.tick()
        for item in try await scene.departures.due(limit: 10) {
            try await scene.departures.settle(item, .failed("550 no such user"))
        }
        let failed = try await scene.desk.failedAlerts()
        #expect(Set(failed.map(\.recipient)) == ["support@brand.example", "lea@brand.example"])
        #expect(failed.allSatisfy { $0.error == "550 no such user" })
        #expect(try await scene.count(.alertFailed) == 2)
        #expect(try await scene.desk.doctor().first { $0.name == "dead letters" }?.ok == false)
        #expect(try await scene.desk.retryAlerts([]).count == 2)
        #expect(Set(try await scene.pass().map(\.to)) == ["support@brand.example", "lea@brand.example"])
        #expect(try await scene.desk.failedAlerts().isEmpty)
    }
}
