import Foundation
import HarkCore
import HarkMeta
import Testing

/// What a reply brings beside its text, as each network wants it.
struct ExtrasTests {
    private let meta = MetaConnector()

    private func body(_ network: String, _ kind: MessageKind, _ extras: ReplyExtras) throws -> String {
        let target = Outgoing.Target(
            messageID: "m1",
            kind: kind,
            isPrivate: kind == .direct,
            visibility: nil,
            thread: nil,
            author: Author(id: "7"),
            sentAt: Instant(seconds: 1)
        )
        let reply = Outgoing(id: "out-1", text: "Which?", target: target, extras: extras)
        let request = try meta.request(for: reply, channel: Sample.channel(network))
        return String(decoding: request.body, as: UTF8.self)
    }

    @Test func answersToTapAreQuickReplies() throws {
        let body = try body("messenger", .direct, ReplyExtras(choices: ["Red", "Blue"]))
        #expect(body.contains(#""quick_replies":[{"content_type":"text","payload":"Red","title":"Red"}"#))
        #expect(meta.capabilities(of: Network("messenger")).quickReplies == 13)
    }

    @Test func aTooLongAnswerToTapIsRefused() {
        let long = ReplyExtras(choices: [String(repeating: "x", count: 21)])
        #expect(throws: ConnectorFailure.self) { try body("messenger", .direct, long) }
        #expect(throws: ConnectorFailure.self) { try body("whatsapp", .direct, long) }
    }

    @Test func aPersonMayAnswerLater() throws {
        let body = try body("instagram", .direct, ReplyExtras(isHumanAgent: true))
        #expect(body.contains(#""messaging_type":"MESSAGE_TAG""#) && body.contains(#""tag":"HUMAN_AGENT""#))
    }

    @Test func aCommentIsAnsweredInPrivate() throws {
        let body = try body("facebook", .comment, ReplyExtras(isPrivateReply: true))
        #expect(body.contains(#""recipient":{"comment_id":"m1"}"#))
    }

    @Test(arguments: [(3, "button"), (4, "list")])
    func whatsAppShowsButtonsOrAList(_ count: Int, _ type: String) throws {
        let choices = (1...count).map { "Choice \($0)" }
        let body = try body("whatsapp", .direct, ReplyExtras(choices: choices))
        #expect(body.contains(#""type":"interactive""#) && body.contains(#""type":"\#(type)""#))
        #expect(!body.contains(#""text":{"body""#))
    }

    @Test func aTemplateAnswersNothing() throws {
        let template = ReplyExtras.Template(name: "order_sent", language: "en_US", values: ["4711"])
        let body = try body("whatsapp", .direct, ReplyExtras(template: template))
        #expect(
            body.contains(#""template":{"components":[{"parameters":[{"text":"4711","type":"text"}],"type":"body"}]"#)
        )
        #expect(!body.contains("context"))
    }

    @Test(arguments: [("https://x.example/a.JPG?s=1", "image"), ("https://x.example/a.pdf", "document")])
    func aFileGoesByItsAddress(_ link: String, _ type: String) throws {
        let body = try body("whatsapp", .direct, ReplyExtras(media: [link]))
        #expect(body.contains(#""\#(type)":{"caption":"Which?","link":"\#(link)"}"#))
    }
}
