import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// What a report is made of comes from the log: how long a customer waited, and how long it was our turn, by the events that
/// changed the conversation's state.
struct ReportFactsTests {
    @Test func turnsAreTheStaysBetweenTheEventsOfTheLogCutToTheStretchOfTime() async throws {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.sqlite"))
        let clock = TestClock("2026-11-23T09:00:00Z")
        let start = clock.now
        let running = Running(Brand().setup)
        let intake = Intake(store: store, running: running, clock: clock)
        let desk = LocalDesk(
            store: store,
            running: running,
            transport: NoTransport(),
            mint: CountingMint(),
            clock: clock,
            actor: .agent("ana")
        )
        _ = try await intake.take(.toy([.message(.direct("m1", from: "kim", "hello", at: clock.now))]))
        let id = try #require(try await desk.inbox(InboxRequest(query: "is:open")).data.first?.id)
        for (state, minutes) in [(Conversation.State.pending, 10), (.open, 30), (.closed, 5)] {
            clock.advance(by: .minutes(Int64(minutes)))
            _ = try await desk.change(.init(id), ConversationChange(state: state))
        }
        clock.advance(by: .minutes(60))

        let whole = try await store.reportFacts(since: start, until: clock.now).turns.map(\.stay)
        #expect(whole.map(\.state) == [.open, .pending, .open, .closed])
        #expect(whole.map(\.seconds) == [600, 1800, 300, 3600])
        #expect(whole.dropLast().allSatisfy { $0.event != nil } && whole.last?.event == nil)

        let later = try await desk.report(ReportRequest(span: .minutes(105), by: .team)).total
        #expect(later.requesterWait == .init(seconds: 900, median: 900))
        #expect(later.agentWork == .init(seconds: 900, median: 900))
        let nobody = try await store.reportFacts(since: clock.now - .minutes(5), until: clock.now)
        #expect(nobody.turns.isEmpty, "nothing was said in the last five minutes")
    }
}
