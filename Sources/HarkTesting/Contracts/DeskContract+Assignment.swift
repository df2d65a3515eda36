import HarkCore
import Testing

extension DeskContract {
    func aClaimIsOnesOwnUntilItIsGivenBack() async throws {
        let id = try await conversation("claim", "hello")
        let claimed = try await desk.claim(id)
        #expect(claimed.assignee == "ana")
        let explained = try await desk.explainAssignment(of: id)
        #expect(explained.assignee == "ana" && explained.decidedBy == "@ana")
        #expect(explained.claimedUntil == clock.now + .minutes(30))
        #expect(explained.candidates.map(\.agent) == ["ana", "lea"])
        #expect(try await desk.release(id).assignee == nil)
        #expect(await code { _ = try await desk.release(id) } == .conflict)
        _ = try await desk.change(id, ConversationChange(assignee: "lea"))
        #expect(await code { _ = try await desk.claim(id) } == .conflict)
        #expect(await code { _ = try await desk.claim(.init(999_999)) } == .notFound)
        #expect(await code { _ = try await desk.explainAssignment(of: .init(999_999)) } == .notFound)
    }

    func anAgentIsThereOrAway() async throws {
        #expect(try await desk.availability().map(\.agent) == ["ana", "bob", "lea"])
        let away = try await desk.setAvailability(.away, of: nil)
        #expect(away.agent == "ana" && away.presence == .away && away.since == clock.now)
        let back = try await desk.setAvailability(.available, of: "ana")
        #expect(back.presence == .available)
        #expect(await code { _ = try await desk.setAvailability(.away, of: "nobody") } == .unprocessable)
    }
}
