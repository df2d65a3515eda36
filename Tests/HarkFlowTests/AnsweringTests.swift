import HarkCore
import HarkFakes
import HarkTesting
import Testing

extension Flows {
    @Suite struct Answering {
        @Test func anAnswerInTheNetworksAppStopsTheClockAndANoteDoesNot() async throws {
            let service = try await Service.running(.messenger)
            let asked = Instant.present - .seconds(60)
            #expect(try await service.post(Messenger.message("mid.ask", "Where is my order?", at: asked)) == 200)
            let id = try #require(try await service.inbox().first).id
            func firstResponse() async throws -> Clock.State? {
                try await service.show(id).clocks.first { $0.metric == .firstResponse }?.state
            }
            #expect(try await firstResponse() == .running)

            #expect(try await service.hark("note", String(id), "she called twice").status == 0)
            #expect(try await firstResponse() == .running)
            #expect(try await service.show(id).conversation.state == .open)

            #expect(try await service.post(Messenger.echo("mid.echo", "It is on its way.")) == 200)
            #expect(try await firstResponse() == .met)
            let shown = try await service.show(id)
            #expect(shown.conversation.state == .pending)
            #expect(shown.messages.map(\.direction) == [.inbound, .note, .outbound])
            #expect(try await service.inbox().isEmpty)
        }

        @Test func aReplyReachesTheNetworkOnceUnderTheMentionAndAsVisibleAsItAndSoDoesItsNewText() async throws {
            let fediverse = try await FakeFediverse.start()
            var files = ServiceFiles(channels: [ServiceFiles.mastodon(fediverse.origin)])
            files.environment["FEDI_TOKEN"] = fediverse.token
            let service = try await Service.running(files)
            let mention = fediverse.mention(from: "ana@far.example", "the app is down", visibility: "unlisted")
            let id = try await eventually("the mention") { try await service.inbox().first?.id }

            let key = "one-answer"
            for _ in 1...2 {
                let output = try await service.hark("reply", String(id), "We are on it.", "--idempotency-key", key)
                #expect(output.status == 0, "\(output.complaint)")
            }
            let shown = try await eventually("the reply") {
                let shown = try await service.show(id)
                return shown.messages.last?.status == .sent ? shown : nil
            }
            try #require(fediverse.posted.count == 1)
            let posted = fediverse.posted[0]
            #expect(posted.text == "@ana@far.example We are on it.")
            #expect(posted.inReplyTo == mention)
            #expect(posted.visibility == "unlisted")
            #expect(posted.idempotencyKey?.isEmpty == false)
            #expect(shown.conversation.state == .pending)
            #expect(shown.messages.map(\.networkID) == [mention, posted.id])
            #expect(shown.clocks.first { $0.metric == .firstResponse }?.state == .met)

            #expect(try await service.hark("edit", String(id), "We have found it.").status == 0)
            let edited = try await eventually("the new text") {
                let last = try await service.show(id).messages.last
                return last?.revisions.isEmpty == false ? last : nil
            }
            #expect(edited.text == "We have found it.")
            #expect(edited.revisions == ["We are on it."])
            #expect(fediverse.posted.map(\.text) == ["@ana@far.example We have found it."])
            await fediverse.stop()
        }
    }
}
