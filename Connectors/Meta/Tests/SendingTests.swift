import Foundation
import HarkCore
import HarkMeta
import Testing

struct SendingTests {
    private let meta = MetaConnector()

    private func reply(to id: String, _ kind: MessageKind, author: String? = "7", thread: String? = nil) -> Outgoing {
        Outgoing(
            id: "out-1",
            text: "Hello",
            target: .init(
                messageID: id,
                kind: kind,
                isPrivate: kind == .direct,
                visibility: nil,
                thread: thread,
                author: author.map { Author(id: $0) },
                sentAt: Instant(seconds: 1)
            )
        )
    }

    @Test(
        "every network has its own call",
        arguments: [
            ("messenger", MessageKind.direct, "m", "/100/messages"),
            ("instagram", .direct, "m", "/100/messages"),
            ("instagram", .comment, "c", "/c/replies"),
            ("instagram", .mention, "c", "/100/mentions"),
            ("facebook", .comment, "p_1", "/p_1/comments"),
            ("facebook", .review, "9", "/9/comments"),
            ("whatsapp", .direct, "w", "/100/messages"),
        ]
    )
    func calls(_ network: String, _ kind: MessageKind, _ id: String, _ path: String) throws {
        let request = try meta.request(for: reply(to: id, kind), channel: Sample.channel(network))
        #expect(request.method == "POST")
        #expect(request.url == "https://graph.facebook.com/v25.0" + path)
        #expect(request.headers.value(of: "authorization") == "Bearer EAAtoken")
        #expect(!request.url.contains("EAAtoken"))
    }

    @Test func instagramLoginHasItsOwnHost() throws {
        let channel = Sample.channel("instagram", settings: ["api": "instagram"])
        let request = try meta.request(for: reply(to: "c", .comment), channel: channel)
        #expect(request.url.hasPrefix("https://graph.instagram.com/"))
    }

    @Test func anIdCannotLeadToAnotherCall() throws {
        let request = try meta.request(for: reply(to: "../me?x=1", .comment), channel: Sample.channel("facebook"))
        #expect(request.url == "https://graph.facebook.com/v25.0/%2E%2E%2Fme%3Fx%3D1/comments")
    }

    @Test func ourIdTravelsInTheMessage() throws {
        let request = try meta.request(for: reply(to: "m", .direct), channel: Sample.channel("messenger"))
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(
            body
                == #"{"message":{"metadata":"out-1","text":"Hello"},"messaging_type":"RESPONSE","recipient":{"id":"7"}}"#
        )
    }

    @Test(
        arguments: [
            ("49151", #""to":"+49151""#),
            ("DE.1", #""recipient":"DE.1""#),
        ]
    )
    func whatsAppIsAddressedByPhoneOrUserID(_ customer: String, _ part: String) throws {
        let request = try meta.request(
            for: reply(to: "w", .direct, author: customer),
            channel: Sample.channel("whatsapp")
        )
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(part))
        #expect(body.contains(#""context":{"message_id":"w"}"#))
        #expect(body.contains(#""biz_opaque_callback_data":"out-1""#))
    }

    @Test(
        arguments: [
            #"{"recipient_id":"7","message_id":"new"}"#,
            #"{"id":"new"}"#,
            #"{"messaging_product":"whatsapp","messages":[{"id":"new"}]}"#,
        ]
    )
    func theReceiptNamesTheNewMessage(_ body: String) throws {
        let response = HTTPResponse(status: 200, body: Array(body.utf8))
        let receipt = try meta.receipt(response, for: reply(to: "m", .direct), channel: Sample.channel("messenger"))
        #expect(receipt.messageID == "new")
    }

    @Test func anAnswerWithoutAnIdIsUnreadable() {
        #expect(throws: ConnectorFailure.self) {
            try meta.receipt(
                HTTPResponse(status: 200, body: Array("{}".utf8)),
                for: reply(to: "m", .direct),
                channel: Sample.channel("messenger")
            )
        }
    }

    @Test func theCheckSaysWhoWeAre() throws {
        let channel = Sample.channel("whatsapp")
        let request = try #require(try meta.check(channel))
        #expect(request.url == "https://graph.facebook.com/v25.0/100?fields=display_phone_number,verified_name")
        let body = #"{"display_phone_number":"+49 30 1","verified_name":"Acme","id":"100"}"#
        #expect(
            try meta.checked(HTTPResponse(status: 200, body: Array(body.utf8)), channel: channel) == "Acme +49 30 1"
        )
    }

    @Test func aChannelWithoutSecretsSaysWhatItLacks() {
        let channel = Channel(id: Channel.ID("m"), network: Network("messenger"), account: "@acme")
        #expect(meta.problems(of: channel).count == 4)
        #expect(meta.problems(of: Sample.channel("messenger")).isEmpty)
    }
}
