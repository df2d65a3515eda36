public import HarkCore
import Testing

/// What every desk must do, on the store itself or over REST. Each method is one duty and records its own expectations.
///
/// The desk belongs to the agent `ana` of ``Brand`` with every right, and holds replies for some seconds.
public struct DeskContract: Sendable {
    let desk: any Desk
    let intake: Intake
    let clock: TestClock

    /// A contract over a desk whose store `intake` fills.
    public init(_ desk: any Desk, intake: Intake, clock: TestClock) {
        self.desk = desk
        self.intake = intake
        self.clock = clock
    }

    /// Every duty, one after the other, each with conversations of its own.
    public func all() async throws {
        try await theInboxShowsTheWorstFirst()
        try await aReplyWaitsForTheCustomer()
        try await aNoteChangesNoClock()
        try await aClosedConversationOpensWhenTheCustomerSpeaks()
        try await whatTheNetworkWouldRefuseIsRefusedBefore()
        try await unknownThingsAreNotFound()
        try await badQueriesSayWhere()
        try await explanationsCarryTheirEvidence()
        try await keysAreShownOnce()
        try await aPromiseIsToldLineByLine()
        try await theRadarTellsWhatWillBreach()
        try await tryingAChangeChangesNothing()
        try await aClaimIsOnesOwnUntilItIsGivenBack()
        try await anAgentIsThereOrAway()
        try await theDirectoryNamesWhatCanBeChosen()
        try await actsOnManyAreOneEntryAndGoBackAsOne()
        try await whatOthersChangedSinceStays()
        try await aHeldReplyComesBack()
        try await onlyAReplyThatHasLeftIsChanged()
        try await aReplyToWhatChangedStops()
        try await aMacroIsDoneToAllOrToNone()
        try await cannedTextsSpeakTheCustomersLanguage()
        try await viewsAreOnesOwnOrShared()
        try await whoeverLooksIsSeenForAWhile()
        try await whatIsMutedOrBlockedStaysClosed()
        try await whatTheTeamMarksCountsAndGoesBack()
        try await aReportCountsWhatWasSaidAndNamesWhatStandsBehindIt()
        try await mergedConversationsAreOne()
        try await theNextOneIsTheWorstWithoutAnOwner()
    }

    func conversation(_ name: String, _ text: String, ago: Span = .zero) async throws -> Conversation.ID {
        let at = clock.now - ago
        _ = try await intake.take(.toy([.message(.direct("contract-\(name)", from: name, text, at: at))]))
        let page = try await desk.inbox(InboxRequest(query: "from:\(name) -is:closed", limit: 1))
        return .init(rawValue: try #require(page.data.first).id)
    }

    func code(_ work: () async throws -> Void) async -> Failure.Code? {
        do {
            try await work()
            return nil
        } catch {
            return (error as? Failure)?.code
        }
    }

    private func theInboxShowsTheWorstFirst() async throws {
        let late = try await conversation("late", "sorting", ago: .hours(3))
        let calm = try await conversation("calm", "sorting")
        let page = try await desk.inbox(InboxRequest(query: "sorting"))
        #expect(page.data.map(\.id) == [late.rawValue, calm.rawValue])
        #expect(page.data.map(\.isBreached) == [true, false])
        let first = try await desk.inbox(InboxRequest(query: "sorting", limit: 1))
        let second = try await desk.inbox(InboxRequest(query: "sorting", limit: 1, cursor: first.next))
        #expect((first.data + second.data).map(\.id) == page.data.map(\.id))
        #expect(second.next == nil)
    }

    private func aReplyWaitsForTheCustomer() async throws {
        let id = try await conversation("reply", "hello")
        let command = ReplyCommand(text: "hi", idempotencyKey: "same")
        let first = try await desk.reply(id, command)
        let again = try await desk.reply(id, command)
        #expect(first.state == .pending && first.waitingSince == nil && first.assignee == "ana")
        #expect(again == first)
        let detail = try await desk.conversation(id)
        #expect(detail.messages.map(\.direction) == [.inbound, .outbound])
        let response = detail.clocks.first { $0.metric == .firstResponse }
        #expect(response?.state == .met && response?.endedAt == clock.now)
        #expect(detail.clocks.first { $0.metric == .resolution }?.state == .paused)
    }

    private func aNoteChangesNoClock() async throws {
        let id = try await conversation("note", "hello")
        let before = try await desk.conversation(id).clocks
        let summary = try await desk.note(id, text: "among us")
        let detail = try await desk.conversation(id)
        #expect(summary.state == .open)
        #expect(detail.clocks == before)
        #expect(detail.messages.last?.direction == .note)
        #expect(detail.messages.last?.author == "@ana")
    }

    private func aClosedConversationOpensWhenTheCustomerSpeaks() async throws {
        let id = try await conversation("closer", "hello")
        let closed = try await desk.change(id, ConversationChange(addTags: ["vip"], state: .closed))
        #expect(closed.state == .closed && closed.tags == ["vip"])
        _ = try await intake.take(
            .toy([.message(.direct("contract-closer-2", from: "closer", "again", at: clock.now))])
        )
        let detail = try await desk.conversation(id)
        #expect(detail.conversation.state == .open)
        #expect(detail.conversation.tags == ["vip"])
        let until = clock.now + .hours(2)
        let snoozed = try await desk.change(id, ConversationChange(state: .snoozed, snoozedUntil: until))
        #expect(snoozed.state == .snoozed && snoozed.snoozedUntil == until)
    }

    private func whatTheNetworkWouldRefuseIsRefusedBefore() async throws {
        let id = try await conversation("limits", "hello", ago: .hours(25))
        let long = String(repeating: "x", count: 101)
        #expect(await code { _ = try await desk.reply(id, ReplyCommand(text: long)) } == .textTooLong)
        #expect(await code { _ = try await desk.reply(id, ReplyCommand(text: "hi")) } == .replyWindowClosed)
        #expect(await code { _ = try await desk.reply(id, ReplyCommand(text: " \n")) } == .unprocessable)
        let nobody = ConversationChange(assignee: "nobody")
        #expect(await code { _ = try await desk.change(id, nobody) } == .unprocessable)
        let nowhere = ConversationChange(team: "nowhere")
        #expect(await code { _ = try await desk.change(id, nowhere) } == .unprocessable)
    }

    private func unknownThingsAreNotFound() async throws {
        let id = Conversation.ID(rawValue: 999_999)
        #expect(await code { _ = try await desk.conversation(id) } == .notFound)
        #expect(await code { _ = try await desk.explain(id) } == .notFound)
        #expect(await code { _ = try await desk.note(id, text: "x") } == .notFound)
        #expect(await code { _ = try await desk.retryDeliveries([999_999]) } == .notFound)
        #expect(await code { _ = try await desk.revokeToken(999_999) } == .notFound)
        #expect(await code { _ = try await desk.checkChannels([.init("nowhere")]) } == .notFound)
    }

    private func badQueriesSayWhere() async throws {
        do {
            _ = try await desk.inbox(InboxRequest(query: "chanel:shop"))
            Issue.record("a query with an unknown field was accepted")
        } catch let failure as Failure {
            #expect(failure.code == .badQuery)
            #expect(failure.message.contains("channel"), "it suggests the right field: \(failure.message)")
        }
    }

    private func explanationsCarryTheirEvidence() async throws {
        let id = try await conversation("why", "this is urgent")
        let explanation = try await desk.explain(id)
        #expect(explanation.messages.map(\.triage.urgency.score) == [80])
        #expect(explanation.messages.first?.triage.evidence.first?.source == "toy.tsv:1")
        #expect(explanation.messages.first?.triage.fingerprint == "toy")
        #expect(!explanation.clocks.isEmpty)
    }

    private func keysAreShownOnce() async throws {
        let created = try await desk.createToken(TokenCommand(name: "robot", role: .agent))
        #expect(created.token.hasPrefix("hark_"))
        let listed = try await desk.tokens().first { $0.id == created.summary.id }
        #expect(listed?.name == "robot" && listed?.role == .agent && listed?.revokedAt == nil)
        #expect(try await desk.revokeToken(created.summary.id).revokedAt == clock.now)
    }
}
