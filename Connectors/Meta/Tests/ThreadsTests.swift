import HarkCore
import HarkMeta
import Testing

struct ThreadsTests {
    private func decode(_ field: String, _ value: String, account: String = "acme") throws -> Decoded {
        let body =
            #"{"app_id":1,"topic":"moderate","target_id":"9","time":1700000000,"values":{"field":"\#(field)","value":\#(value)}}"#
        let channel = Sample.channel("threads", settings: ["username": account])
        return try MetaConnector().decode(Array(body.utf8), headers: [], channel: channel)
    }

    @Test func aReplyKnowsItsRoot() throws {
        let draft = try Sample.draft(
            try decode(
                "replies",
                #"{"id":5,"username":"ana","text":"Hey","replied_to":{"id":3},"root_post":{"id":"1"}}"#
            )
        )
        #expect(draft.id == "5" && draft.thread == "1" && draft.parent == "3" && draft.kind == .comment)
        #expect(draft.sentAt == Instant(seconds: 1_700_000_000))
    }

    @Test func ourOwnWordsAreEchoesAndOurPostsAreSkipped() throws {
        let own = try decode("replies", #"{"id":"5","username":"acme","text":"Thanks"}"#)
        guard case .echo = try #require(own.items.first).change else {
            Issue.record("no echo")
            return
        }
        #expect(try decode("publish", #"{"id":"5"}"#) == Decoded(skipped: ["publish"]))
        #expect(try decode("replies", "{}").malformed.count == 1)
    }

    @Test func anAnswerIsPublishedAtOnce() throws {
        let target = Outgoing.Target(
            messageID: "5",
            kind: .comment,
            isPrivate: false,
            visibility: nil,
            thread: "1",
            author: nil,
            sentAt: Instant(seconds: 1)
        )
        let request = try MetaConnector().request(
            for: Outgoing(id: "o", text: "Hi", target: target),
            channel: Sample.channel("threads")
        )
        #expect(request.url == "https://graph.threads.net/v1.0/100/threads")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"auto_publish_text":true,"media_type":"TEXT","reply_to_id":"5","text":"Hi"}"#
        )
    }
}
