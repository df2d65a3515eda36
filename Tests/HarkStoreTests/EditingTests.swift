import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// A customer changes what they wrote: judged again, both verdicts in the log, the rule that routed it remembered, the deadline
/// that of the new urgency.
struct EditingTests {
    @Test func anEditIsJudgedAgainAndTheLogKeepsBothVerdicts() async throws {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.sqlite"))
        let clock = TestClock("2026-11-23T09:00:00Z")
        let setup = Brand().setup
        let intake = Intake(store: store, running: Running(setup), clock: clock)
        var draft = Draft.direct("m1", from: "kim", "hello there", at: clock.now)
        _ = try await intake.take(.toy([.message(draft)]))
        let id = try #require(
            try await store.conversations(matching: .all, after: nil, limit: 1, now: clock.now).first?.id
        )
        let first = try #require(try await store.file(of: id))
        draft.text = "urgent: nothing works"
        clock.advance(by: .minutes(1))
        _ = try await intake.take(.toy([.edit(draft)]))
        let file = try #require(try await store.file(of: id))
        #expect(file.revisions.map(\.text) == ["hello there"] && file.messages.map(\.text) == ["urgent: nothing works"])
        #expect(file.triage.map(\.routing) == first.triage.map(\.routing), "rules run when a message comes")
        let edit = try #require(file.events.last { $0.kind == .messageEdited })
        let (before, after) = (first.triage[0].triage, file.triage[0].triage)
        #expect(edit.data["before"]?.hasPrefix("urgency \(before.urgency.level) \(before.urgency.score), ") == true)
        #expect(edit.data["after"]?.hasPrefix("urgency \(after.urgency.level) \(after.urgency.score), ") == true)
        #expect(after.urgency > before.urgency && file.conversation.urgency == after.urgency)
        let replay = Replay(
            store,
            by: setup,
            defaultTeam: setup.configuration.routing.defaultTeam,
            now: clock.now + .minutes(1)
        )
        let report = try await replay.run(since: clock.now - .hours(1), lanes: 1)
        #expect(report.levels.total == 0 && report.teams.total == 0)
    }

    @Test func anEditThatHasNotLeftIsTakenBackAndAnEchoOfOneThatHasChangesNothing() async throws {
        let scene = try AlertScene()
        let id = try await scene.asked("kim")
        _ = try await scene.desk.reply(id, ReplyCommand(text: "tomorow"))
        let reply = try #require(try await scene.departures.due(limit: 1).first)
        try await scene.departures.settle(reply, .sent(Receipt(messageID: "net-1")))
        let sent = try #require(try await scene.store.file(of: id))
        let number = try #require(sent.messages.last).id.rawValue
        _ = try await scene.desk.edit(id, EditCommand(message: number, text: "never"))
        _ = try await scene.desk.undo(nil)
        #expect(try await scene.departures.due(limit: 1).isEmpty)
        #expect(try await scene.store.file(of: id)?.messages == sent.messages)

        _ = try await scene.desk.edit(id, EditCommand(message: number, text: "tomorrow"))
        let edit = try #require(try await scene.departures.due(limit: 1).first)
        var echo = Draft.direct("net-1", from: "brand", "tomorrow", at: scene.clock.now)
        echo.conversation = .person("kim")
        _ = try await Intake(store: scene.store, running: scene.running, clock: scene.clock).take(.toy([.edit(echo)]))
        try await scene.departures.settle(edit, .sent(nil))
        let file = try #require(try await scene.store.file(of: id))
        #expect(file.messages.last?.text == "tomorrow" && file.revisions.map(\.text) == ["tomorow"])
        #expect(file.events.filter { $0.kind == .messageEdited }.count == 1)
        #expect(file.conversation.waitingSince == sent.conversation.waitingSince && file.clocks == sent.clocks)
    }
}
