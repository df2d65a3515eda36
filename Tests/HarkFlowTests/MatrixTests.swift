import Foundation
import HarkCore
import HarkTesting
import Testing

extension PatientFlows {
    @Suite(
        .enabled(
            if: Tools.synapse != nil,
            "needs Synapse: set HARK_SYNAPSE_PYTHON to a python with matrix-synapse in it (see CONTRIBUTING.md)"
        )
    )
    struct Rooms {
        @Test func whatIsSaidInRoomsArrivesOnceAndInOrderThroughAGapAndAKill() async throws {
            let synapse = try await Synapse()
            let (hark, alice, bob) = (
                try await synapse.person("hark"), try await synapse.person("alice"), try await synapse.person("bob")
            )
            let service = try await Service.running(Self.files(synapse, hark))
            let evidence = try Evidence(service.database)

            let direct = try await alice.room(inviting: [hark], isDirect: true)
            let group = try await bob.room(inviting: [hark], isDirect: false)
            _ = try await eventually("both rooms joined", within: .seconds(60)) {
                try await hark.call("GET", "joined_rooms")["joined_rooms"].map { ($0 as? [String])?.count == 2 } == true
                    ? true : nil
            }
            var expected = [try await alice.say("Where is order 4711?", in: direct)]
            let named = ["m.mentions": ["user_ids": [hark.id]]]
            let mention = try await bob.say("hark: it is broken", in: group, named)
            let thread = try await bob.say(
                "and slow",
                in: group,
                ["m.relates_to": ["rel_type": "m.thread", "event_id": mention]]
            )
            expected += [mention, thread]
            try await Self.expect(evidence, expected, "mention and thread")
            try await alice.say(
                "* Where is order 4712?",
                in: direct,
                [
                    "m.new_content": ["msgtype": "m.text", "body": "Where is order 4712?"],
                    "m.relates_to": ["rel_type": "m.replace", "event_id": expected[0]],
                ]
            )
            try await bob.call("PUT", "rooms/\(group.encoded)/redact/\(thread.encoded)/r1", [:])
            try await Self.expectChanges(service, edited: "Where is order 4712?", deleted: "and slow")

            await service.kill()
            for number in 1...150 { expected.append(try await alice.say("burst \(number)", in: direct)) }
            try await service.start()
            // Killed once more while the gap is being filled.
            _ = try await eventually("part of the gap", within: .seconds(60)) {
                try await evidence.order().count > 50 ? true : nil
            }
            await service.kill()
            expected.append(try await bob.say("still there?", in: group))
            try await service.start()
            _ = try await eventually("everything", within: .seconds(60)) {
                try await evidence.order().count >= expected.count ? true : nil
            }
            let order = try await evidence.order()
            #expect(order.count == expected.count && Set(order) == Set(expected), "each once")
            let inDirect = expected.filter { ![mention, thread, expected.last].contains($0) }
            #expect(order.filter(Set(inDirect).contains) == inDirect, "in order")
            print("matrix: \(order.count) messages, each once and in order, through a gap of 150 and two kills")

            try await Self.answer(service, alice, direct)
            await service.kill()
            #expect(try await evidence.complaints() == [])
            await synapse.stop()
        }

        private static func files(_ synapse: Synapse, _ hark: Synapse.Person) -> ServiceFiles {
            var files = ServiceFiles(channels: [
                """
                - id: rooms
                  network: matrix
                  account: "\(hark.id)"
                  server: \(synapse.origin)
                  poll: 1s
                  backfill: all
                  settings: {join: all}
                  secrets: {token: env:MATRIX_TOKEN}
                """
            ])
            files.environment["MATRIX_TOKEN"] = hark.token
            return files
        }

        private static func expect(_ evidence: Evidence, _ ids: [String], _ what: String) async throws {
            _ = try await eventually(what, within: .seconds(60)) {
                try await evidence.order().count >= ids.count ? true : nil
            }
            #expect(try await Set(evidence.order()) == Set(ids))
        }

        private static func expectChanges(_ service: Service, edited: String, deleted: String) async throws {
            let shown = try await eventually("the edit and the redaction", within: .seconds(60)) {
                var messages: [MessageView] = []
                for conversation in try await service.inbox() {
                    messages += try await service.show(conversation.id).messages
                }
                let isEdited = messages.contains { $0.text == edited && $0.editedAt != nil }
                let isDeleted = messages.contains { $0.text == deleted && $0.deletedAt != nil }
                return isEdited && isDeleted ? messages : nil
            }
            #expect(shown.count == 3)
        }

        private static func answer(_ service: Service, _ alice: Synapse.Person, _ room: String) async throws {
            let conversation = try #require(try await service.inbox().first { $0.isPrivate })
            #expect(try await service.hark("reply", String(conversation.id), "It is on its way.").status == 0)
            let answer = try await eventually("the answer", within: .seconds(60)) {
                try await alice.messages(of: room).first {
                    ($0["content"] as? [String: Any])?["body"] as? String == "It is on its way."
                }
            }
            #expect(answer["sender"] as? String == "@hark:localhost")
            let relation = (answer["content"] as? [String: Any])?["m.relates_to"] as? [String: Any]
            #expect(relation?["m.in_reply_to"] != nil)
            try await Self.change(service, alice, room, conversation.id, answer)
            // Our own words come back by the sync; they are known already.
            _ = try await eventually("the receipt", within: .seconds(60)) {
                try await service.show(conversation.id).messages.filter {
                    $0.direction == .outbound && $0.status == .sent
                }
                .count == 1 ? true : nil
            }
        }

        /// Another text for our answer: the server shows it in its place, and the history keeps both.
        private static func change(
            _ service: Service,
            _ alice: Synapse.Person,
            _ room: String,
            _ conversation: Int64,
            _ answer: [String: Any]
        ) async throws {
            _ = try await eventually("the reply is sent", within: .seconds(60)) {
                try await service.show(conversation).messages.last { $0.direction == .outbound }?.status == .sent
                    ? true : nil
            }
            #expect(try await service.hark("edit", String(conversation), "It arrives tomorrow.").status == 0)
            let edit = try await eventually("the edit", within: .seconds(60)) {
                try await alice.messages(of: room).first {
                    (($0["content"] as? [String: Any])?["m.new_content"] as? [String: Any])?["body"] as? String
                        == "It arrives tomorrow."
                }
            }
            let relation = (edit["content"] as? [String: Any])?["m.relates_to"] as? [String: Any]
            #expect(relation?["rel_type"] as? String == "m.replace")
            #expect(relation?["event_id"] as? String == answer["event_id"] as? String)
            let changed = try await eventually("both texts", within: .seconds(60)) {
                try await service.show(conversation).messages.first { $0.text == "It arrives tomorrow." }
            }
            #expect(changed.editedAt != nil && changed.revisions == ["It is on its way."])
            let history = try await service.show(conversation).history.map(\.kind)
            #expect(history.filter { $0 == .editQueued }.count == 1)
        }
    }
}
