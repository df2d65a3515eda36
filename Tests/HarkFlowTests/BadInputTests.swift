import Foundation
import HarkCore
import Testing

extension Flows {
    @Suite struct BadInput {
        @Test func whatCannotBeTrustedIsRefusedAndLeavesNothing() async throws {
            let service = try await Service.running(
                ServiceFiles(channels: [ServiceFiles.page(Messenger.page), ServiceFiles.shop])
            )
            let body = Messenger.message("mid.1", "Hello")
            let event = Self.event("1", "Hello")
            let old = StandardWebhook.headers(of: event, id: "msg_1", at: .present - .minutes(6))
            let early = StandardWebhook.headers(of: event, id: "msg_1", at: .present + .minutes(6))
            let vast = [UInt8](repeating: 32, count: (5 << 20) + 1)
            let wrong = Messenger.signature(of: body, secret: "another secret")
            #expect(try await service.post(body, to: "meta", []) == 401)
            #expect(try await service.post(body, to: "meta", [wrong]) == 401)
            #expect(try await service.post(event, to: "shop", old) == 401)
            #expect(try await service.post(event, to: "shop", early) == 401)
            #expect(try await service.post(vast, to: "meta", [Messenger.signature(of: vast)]) == 413)
            #expect(try await service.post(body, to: "nobody", [Messenger.signature(of: body)]) == 404)
            #expect(try await service.deliveries().isEmpty)

            #expect(try await service.post(event, to: "shop", StandardWebhook.headers(of: event, id: "msg_1")) == 200)
            #expect(try await service.inbox().map(\.snippet) == ["Hello"])
        }

        @Test func whatCannotBeReadIsKeptListedCountedAndTakenInAgain() async throws {
            let service = try await Service.running(.messenger)
            let broken = Array(#"{"object":"page","entry":[{"#.utf8)
            let elsewhere = Messenger.message("mid.else", "Hello other page", to: "999")
            #expect(try await service.post(broken) == 200)
            #expect(try await service.post(broken) == 200)
            #expect(try await service.post(elsewhere) == 200)
            let kept = try await service.undecoded()
            #expect(kept.map(\.bytes) == [elsewhere.count, broken.count])
            #expect(kept.first?.error?.contains("999") == true)
            #expect(try await service.channel("page").undecoded == 2)
            #expect(try await service.hark("deliveries", "retry").status == 1)

            let said = try await service.reload { $0.channels.append(ServiceFiles.page("999", id: "other-page")) }
            #expect(said.contains("configuration reloaded"))
            #expect(try await service.hark("deliveries", "retry", String(kept[0].id)).status == 0)
            #expect(try await service.inbox().map(\.channel) == ["other-page"])
            #expect(try await service.undecoded().map(\.id) == [kept[1].id])
            #expect(try await service.hark("deliveries", "retry").status == 1)
            #expect(try await service.inbox().count == 1)
        }

        static let texts = [
            "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 𝕳𝖆𝖗𝖐", "nul": "before\u{0}after", "long": String(repeating: "Lärm ", count: 20_000),
            "controls": "\u{1B}[2J\u{202E}live\u{7}", "quotes": #"'; DROP TABLE message; -- "\"#,
        ]

        @Test func strangeTextsArriveAsTheyWere() async throws {
            let service = try await Service.running(.messenger)
            for (name, text) in Self.texts {
                #expect(try await service.post(Messenger.message(name, text, from: "7-" + name)) == 200)
            }
            let inbox = try await service.inbox()
            #expect(inbox.count == Self.texts.count)
            for conversation in inbox {
                let shown = try await service.show(conversation.id)
                let message = try #require(shown.messages.first)
                #expect(message.text == Self.texts[message.networkID], "\(message.networkID)")
                let screen = try await service.hark("show", String(conversation.id))
                #expect(screen.status == 0)
                #expect(!screen.text.unicodeScalars.contains { "\u{1B}\u{202E}\u{0}\u{7}".unicodeScalars.contains($0) })
            }
        }

        @Test func halfSequencesAndUnknownWordsLoseNothing() async throws {
            let service = try await Service.running(
                ServiceFiles(channels: [ServiceFiles.page(Messenger.page), ServiceFiles.shop])
            )
            let surrogate = Self.replacing(
                #""text":"X""#,
                #""text":"half \ud83d""#,
                in: Messenger.message("mid.s", "X")
            )
            var cut = Messenger.message("mid.u", "half é")
            let place = try #require(cut.firstIndex(of: 0xA9))
            cut.remove(at: place)
            let kind = Self.replacing("direct", "hologram", in: Self.event("kind", "sent as a hologram"))
            let type = Self.replacing("message.created", "moon.landed", in: Self.event("type", "never a message"))
            #expect(try await service.post(surrogate) == 200)
            #expect(try await service.post(cut) == 200)
            #expect(try await service.post(kind, to: "shop", StandardWebhook.headers(of: kind, id: "k")) == 200)
            #expect(try await service.post(type, to: "shop", StandardWebhook.headers(of: type, id: "t")) == 200)
            let inbox = try await service.inbox()
            #expect(inbox.contains { $0.snippet == "sent as a hologram" })
            #expect(!inbox.contains { $0.snippet == "never a message" })
            let page = try #require(inbox.first { $0.channel == "page" })
            #expect(try await service.show(page.id).messages.map(\.text) == ["half \u{FFFD}", "half \u{FFFD}"])
            #expect(try await service.undecoded().isEmpty)
        }

        private static func event(_ id: String, _ text: String) -> [UInt8] {
            Array(
                """
                {"type":"message.created","timestamp":"\(Instant.present)","data":{"id":"\(id)","kind":"direct",\
                "author":{"id":"customer-\(id)"},"text":"\(text)"}}
                """.utf8
            )
        }

        private static func replacing(_ old: String, _ new: String, in body: [UInt8]) -> [UInt8] {
            Array(String(decoding: body, as: UTF8.self).replacing(old, with: new).utf8)
        }
    }
}
