import Foundation
import HarkCore
import HarkFakes
import HarkServer
import HarkTesting
import Testing

/// Another text for a reply that has left: as durable as the reply, and the conversation minds it not at all.
struct EditTests {
    private static func edit(
        _ hark: LiveHark,
        _ id: Int64,
        _ message: Message,
        _ text: String,
        key: String? = nil
    ) async throws -> HTTPResponse {
        let command = EditCommand(message: message.id.rawValue, text: text, idempotencyKey: key)
        return try await hark.call(
            "POST",
            "/api/v1/conversations/\(id)/edits",
            as: .agent,
            json: String(decoding: try JSONEncoder().encode(command), as: UTF8.self)
        )
    }

    /// A conversation with a reply that has left, and what the test does with both.
    private static func run(
        _ answers: [ScriptedProvider.Answer],
        canEdit: Bool = true,
        timeRuns: Bool = false,
        _ test: (LiveHark, Int64, Message, ScriptedProvider) async throws -> Void
    ) async throws {
        let provider = ScriptedProvider([.init()] + answers)
        try await OutboxTests.run(provider, canEdit: canEdit, timeRuns: timeRuns) { hark, id async throws in
            try await OutboxTests.reply(hark, id, "tomorow")
            let sent = try await OutboxTests.statuses(hark, id, [.sent])
            try await test(hark, id, try #require(sent.first), provider)
        }
    }

    private static func detail(_ hark: LiveHark, _ id: Int64) async throws -> ConversationDetail {
        try await hark.call("GET", "/api/v1/conversations/\(id)", as: .agent).json()
    }

    /// Waits for an event of a kind in the conversation.
    private static func event(_ hark: LiveHark, _ id: Int64, _ kind: Event.Kind) async throws -> ConversationDetail {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let detail = try await detail(hark, id)
            if detail.history.contains(where: { $0.kind == kind }) || ContinuousClock.now > deadline {
                #expect(detail.history.contains { $0.kind == kind })
                return detail
            }
            await hark.events(after: try await hark.store.lastEvent())
        }
    }

    @Test func theNewTextLeavesAndTheOldOneStaysInTheHistory() async throws {
        try await Self.run([]) { hark, id, reply, provider async throws in
            let before = try await Self.detail(hark, id)
            for _ in 0..<2 { #expect(try await Self.edit(hark, id, reply, "tomorrow", key: "k").status == 201) }
            let question = await provider.questions(2).last
            #expect(question?.path == "/messages/\(reply.networkID)" && question?.body == "tomorrow")
            let after = try await Self.event(hark, id, .messageEdited)
            let changed = try #require(after.messages.last)
            #expect(changed.text == "tomorrow" && changed.revisions == ["tomorow"] && changed.editedAt != nil)
            #expect(after.conversation == before.conversation && after.clocks == before.clocks)
            #expect(after.history.filter { $0.kind == .editQueued }.count == 1)
        }
    }

    @Test func anUnknownOutcomeIsAskedAgainBecauseATextIsSetAndNotAdded() async throws {
        try await Self.run([.init(status: 504)], timeRuns: true) { hark, id, reply, provider async throws in
            #expect(try await Self.edit(hark, id, reply, "tomorrow").status == 201)
            let tries = await provider.questions(3).dropFirst()
            #expect(tries.map(\.body) == ["tomorrow", "tomorrow"])
            #expect(Set(tries.map(\.idempotencyKey)).count == 1)
            let changed = try await Self.event(hark, id, .messageEdited).messages.last
            #expect(changed?.text == "tomorrow" && changed?.statusReason == nil)
        }
    }

    @Test func aRefusalLeavesTheTextThatTheCustomerReads() async throws {
        try await Self.run([.init(status: 422)]) { hark, id, reply, _ async throws in
            #expect(try await Self.edit(hark, id, reply, "tomorrow").status == 201)
            let kept = try await Self.event(hark, id, .editFailed).messages.last
            #expect(kept?.text == "tomorow" && kept?.status == .sent)
            #expect(kept?.statusReason == "it was not changed: rejected: HTTP 422")
        }
    }

    @Test func whatTheNetworkWouldRefuseIsRefusedBeforeAnythingIsKept() async throws {
        try await Self.run([]) { hark, id, reply, _ async throws in
            let long = try await Self.edit(hark, id, reply, String(repeating: "a", count: 501))
            #expect(long.status == 422 && long.text.contains("text_too_long"), "\(long.text)")
            #expect(try await Self.detail(hark, id).history.allSatisfy { $0.kind != .editQueued })
        }
        try await Self.run([], canEdit: false) { hark, id, reply, _ async throws in
            let refused = try await Self.edit(hark, id, reply, "tomorrow")
            #expect(refused.status == 422 && refused.text.contains("send another reply"), "\(refused.text)")
        }
    }
}
