import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// What becomes of a closed conversation when its customer speaks again, by the channel's rule.
struct ReopeningTests {
    private let folder: ScratchFolder
    private let store: SQLiteStore
    private let clock = TestClock("2026-11-23T09:00:00Z")

    init() throws {
        folder = try ScratchFolder()
        store = try SQLiteStore(path: folder.path("hark.sqlite"))
    }

    private func running(_ rule: ReopenRule) -> Running {
        var channel = Brand.channel
        channel.reopening = rule
        return Running(Brand(channels: [channel]).setup)
    }

    private func desk(_ running: Running) -> LocalDesk {
        LocalDesk(
            store: store,
            running: running,
            transport: Unreachable(),
            mint: NoMint(),
            clock: clock,
            actor: .agent("ana")
        )
    }

    private func say(_ id: String, _ running: Running, _ change: (inout Draft) -> Void = { _ in }) async throws {
        var draft = Draft.direct(id, from: "petra", "hello", at: clock.now)
        change(&draft)
        var arrival = Arrival.toy([.message(draft)])
        arrival.channels = running.setup.configuration.channels
        _ = try await Intake(store: store, running: running, clock: clock).take(arrival)
    }

    private func all(_ running: Running) async throws -> [ConversationSummary] {
        let desk = desk(running)
        let open = try await desk.inbox(InboxRequest(query: "is:open")).data
        return (open + (try await desk.inbox(InboxRequest(query: "is:closed")).data)).sorted { $0.id < $1.id }
    }

    /// A conversation of ana's, closed.
    private func closed(_ running: Running) async throws -> Conversation.ID {
        try await say("m1", running)
        let id = Conversation.ID(try await all(running)[0].id)
        _ = try await desk(running).change(id, ConversationChange(assignee: .some("ana")))
        _ = try await desk(running).change(id, ConversationChange(state: .closed))
        return id
    }

    @Test(arguments: [
        (ReopenRule(), Span.days(400), true),
        (ReopenRule(.never), Span.seconds(1), false),
        (ReopenRule(.within(.days(7))), Span.days(7), true),
        (ReopenRule(.within(.days(7))), Span.days(7) + .seconds(1), false),
    ])
    func theChannelSaysHowLongAClosedConversationMayOpenAgain(
        rule: ReopenRule,
        wait: Span,
        isReopened: Bool
    ) async throws {
        let running = running(rule)
        let first = try await closed(running)
        clock.advance(by: wait)
        try await say("m2", running)
        let states = try await all(running).map(\.state)
        #expect(states == (isReopened ? [.open] : [.closed, .open]))
        let metrics = try await store.file(of: first)?.clocks.filter { $0.state == .running }.map(\.metric) ?? []
        #expect(metrics.contains(.resolution) == isReopened)
    }

    @Test func theNewConversationCarriesOnUntilItIsClosedToo() async throws {
        let running = running(ReopenRule(.never))
        let first = try await closed(running)
        for id in ["m2", "m3"] { try await say(id, running) }
        let both = try await all(running)
        try #require(both.count == 2)
        let second = Conversation.ID(both[1].id)
        let file = try await store.file(of: second)
        #expect(file?.messages.map(\.networkID) == ["m2", "m3"])
        #expect(file?.events.first { $0.kind == .conversationOpened }?.data["after"] == first.description)
        #expect(file?.clocks.map(\.metric).contains(.firstResponse) == true)
        _ = try await desk(running).change(second, ConversationChange(state: .closed))
        try await say("m4", running)
        #expect(try await all(running).map(\.state) == [.closed, .closed, .open])
    }

    @Test func aReplyInAThreadThatStaysClosedJoinsTheOneThatCarriesOn() async throws {
        let running = running(ReopenRule(.never))
        let inThread = { (root: String, parent: String?) in
            { (draft: inout Draft) in
                (draft.isPrivate, draft.kind) = (false, .mention)
                (draft.conversation, draft.parent) = (.thread(root), parent)
            }
        }
        try await say("m1", running, inThread("m1", nil))
        _ = try await desk(running).change(.init(1), ConversationChange(state: .closed))
        // Neither names the root: each is known only by its parent.
        try await say("m2", running, inThread("m2", "m1"))
        try await say("m3", running, inThread("m3", "m1"))
        let both = try await all(running)
        try #require(both.map(\.state) == [.closed, .open])
        #expect(try await store.file(of: .init(both[1].id))?.messages.map(\.networkID) == ["m2", "m3"])
    }

    @Test func anAutomaticAnswerOpensNothing() async throws {
        let running = running(ReopenRule(.never))
        _ = try await closed(running)
        try await say("m2", running) { $0.isAutomatic = true }
        #expect(try await all(running).map(\.state) == [.closed])
    }

    @Test(arguments: [
        (ReopenRule.Owner.keep, AgentPresence.available, String?("ana")),
        (.keep, .away, nil),
        (.clear, .available, nil),
    ])
    func theOwnerIsKeptUnlessAwayOrCleared(
        owner: ReopenRule.Owner,
        presence: AgentPresence,
        expected: String?
    ) async throws {
        let running = running(ReopenRule(owner: owner))
        let id = try await closed(running)
        _ = try await desk(running).setAvailability(presence, of: nil)
        clock.advance(by: .hours(1))
        try await say("m2", running)
        #expect(try await all(running).map(\.assignee) == [expected])
        let told = try await store.file(of: id)?.events.filter { $0.data["because"] != nil } ?? []
        #expect(told.isEmpty == (expected != nil))
    }
}
