import Foundation
import HarkCore
import Testing

extension Flows {
    /// A morning at the desk: sixty conversations have come in overnight, and the full screen is worked by keys alone.
    @Suite(.enabled(if: Tools.tmux != nil, "tmux is not installed"))
    struct ScriptedDay {
        /// Conversations that are worked with all keys typed ahead, faster than any answer of the server.
        private static let typedAhead = 20
        private static let keys = ["A", "e", "1", "C-x"]

        @Test func sixtyConversationsAreTriagedByKeysAlone() async throws {
            let door = try await ReplyDoor.open()
            let service = try await Service.running(DayFiles.files(answersTo: door.origin))
            try await DayTexts.post(to: service)
            let order = try await Self.ids(service, "")
            #expect(order.count == 60 && order != order.sorted(), "worst first, not as they came")

            let terminal = try await service.terminal(running: "hark")
            try await Still.expect(
                terminal.screen(holding: "1 of 60", "● live", "#\(order[0]) ·", " ago"),
                "day-1-begin"
            )
            let began = ContinuousClock.now
            for (index, id) in order.dropLast(Self.typedAhead).enumerated() {
                try await Self.triage(id, terminal, captures: index == 0)
            }
            try await Still.expect(
                terminal.screen(holding: "of \(Self.typedAhead)", "#\(order[40]) ·", " ago"),
                "day-4-forty-done"
            )
            for _ in 0..<Self.typedAhead { try await terminal.press(Self.keys) }
            let end = try await terminal.screen(holding: "Enjoy the quiet", "#\(order[59]) answered and closed")
            try Still.expect(end, "day-5-end")
            let perConversation = Double(terminal.keystrokes) / 60
            print(
                "a scripted day: 60 conversations, \(terminal.keystrokes) keystrokes, \(perConversation) each,",
                "\(began.duration(to: .now).components.seconds) s"
            )
            #expect(perConversation <= 4)

            try await Self.check(service, door, order)
            #expect(await service.terminate() == 0)
            await door.close()
        }

        private static func triage(_ id: Int64, _ terminal: Tmux, captures: Bool) async throws {
            try await terminal.screen(holding: "#\(id) ·")
            try await terminal.press("A", "e", "1")
            let written = try await terminal.screen(holding: "send+close", "@ana", "reply to")
            try await terminal.press("C-x")
            let done = try await terminal.screen(holding: "#\(id) answered and closed")
            guard captures else { return }
            try Still.expect(written, "day-2-canned")
            try Still.expect(done, "day-3-first-done")
        }

        /// Everything is assigned, answered in the customer's language, and closed; once each.
        private static func check(_ service: Service, _ door: ReplyDoor, _ order: [Int64]) async throws {
            #expect(try await ids(service, "").isEmpty)
            let done = try await ids(service, "is:closed is:answered assignee:ana")
            #expect(done.sorted() == order.sorted())
            let replies = try await eventually("sixty answers at the shop") {
                door.replies.count >= 60 ? door.replies : nil
            }
            let answers = Dictionary(grouping: replies, by: \.parent).mapValues { $0.map(\.text) }
            for (index, message) in DayTexts.all.enumerated() {
                let greeting = message.isGerman ? "Hallo \(message.name), danke" : "Hello \(message.name), thank"
                let answer = try #require(answers["m-\(index)"])
                #expect(answer.count == 1 && answer[0].hasPrefix(greeting), "\(message.text): \(answer)")
            }
            for id in order {
                let shown: ConversationDetail = try await service.get("conversations/\(id)")
                #expect(shown.conversation.state == .closed && shown.conversation.assignee == "ana")
                #expect(shown.messages.map(\.direction) == [.inbound, .outbound])
                #expect(shown.clocks.allSatisfy { $0.state == .met })
            }
        }

        private static func ids(_ service: Service, _ query: String) async throws -> [Int64] {
            let output = try await service.hark("inbox", query, "-q", "--limit", "200")
            #expect(output.status == 0, "\(output.complaint)")
            return output.text.split(separator: "\n").compactMap { Int64($0) }
        }
    }
}
