import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// Who keeps a promise: a person who answers in public, here or in the network's own app. Nobody and nothing else.
struct FirstHumanReplyTests {
    enum Answer: CaseIterable {
        case agentReplies, someoneRepliesInTheApp
        case botReplies, machineRepliesInTheApp, agentNotes, someoneRepliesBeforeTheQuestion

        var keepsThePromise: Bool {
            switch self {
            case .agentReplies, .someoneRepliesInTheApp: true
            case .botReplies, .machineRepliesInTheApp, .agentNotes, .someoneRepliesBeforeTheQuestion: false
            }
        }
    }

    @Test(arguments: Answer.allCases) func onlyAPublicHumanReplyIsAFirstResponse(_ answer: Answer) async throws {
        let scene = try AlertScene()
        let id = try await scene.asked("kim")
        scene.clock.advance(by: .minutes(10))
        try await give(answer, to: id, in: scene)
        let file = try #require(try await scene.store.file(of: id))
        let first = try #require(file.clocks.first { $0.metric == .firstResponse })
        #expect((first.state == .met) == answer.keepsThePromise)
        #expect((file.conversation.waitingSince == nil) == answer.keepsThePromise)
        #expect(file.conversation.state == (answer.keepsThePromise ? .pending : .open))
        let mails = try await scene.pass(.hours(1), every: .minutes(10))
        #expect(mails.isEmpty == answer.keepsThePromise, "what still waits is told")
    }

    @Test func aBotThatClosesEndsWhatNobodyAnswered() async throws {
        let scene = try AlertScene()
        let id = try await scene.asked("kim")
        _ = try await scene.desk(of: .bot("greeter")).reply(id, ReplyCommand(text: "Solved.", then: .closed))
        let file = try #require(try await scene.store.file(of: id))
        #expect(file.conversation.state == .closed && file.conversation.assignee == nil)
        #expect(file.clocks.first { $0.metric == .firstResponse }?.state == .cancelled)
        #expect(file.clocks.first { $0.metric == .resolution }?.state == .met)
        #expect(file.events.contains { $0.kind == .replyQueued && $0.actor == .bot("greeter") })
    }

    private func give(_ answer: Answer, to id: Conversation.ID, in scene: AlertScene) async throws {
        switch answer {
        case .agentReplies: _ = try await scene.desk.reply(id, ReplyCommand(text: "Here we are."))
        case .botReplies: _ = try await scene.desk(of: .bot("greeter")).reply(id, ReplyCommand(text: "Please wait."))
        case .agentNotes: _ = try await scene.desk.note(id, text: "Known fault.")
        case .someoneRepliesInTheApp: try await echo(in: scene)
        case .machineRepliesInTheApp: try await echo(in: scene) { $0.isAutomatic = true }
        case .someoneRepliesBeforeTheQuestion: try await echo(in: scene) { $0.sentAt = $0.sentAt - .hours(1) }
        }
    }

    private func echo(in scene: AlertScene, _ change: (inout Draft) -> Void = { _ in }) async throws {
        var draft = Draft.direct("echo", from: "kim", "We are on it.", at: scene.clock.now)
        (draft.recipient, draft.author) = (draft.author, Author(id: "brand"))
        change(&draft)
        _ = try await Intake(store: scene.store, running: scene.running, clock: scene.clock).take(.toy([.echo(draft)]))
    }
}
