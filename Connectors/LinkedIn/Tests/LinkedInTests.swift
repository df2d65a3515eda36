import HarkCore
import HarkLinkedIn
import Testing

struct LinkedInTests {
    static let channel = Channel(
        id: Channel.ID("li"),
        network: Network("linkedin"),
        account: "urn:li:organization:1",
        secrets: ["token": Secret("t"), "client_secret": Secret("s")]
    )
    let linkedIn = LinkedInConnector()

    func decode(_ notices: String) throws -> Decoded {
        try linkedIn.decode(Array(#"{"notifications":[\#(notices)]}"#.utf8), headers: [], channel: Self.channel)
    }

    @Test func aNoticeWithItsCommentIsAMessage() throws {
        let decoded = try decode(
            #"""
            {"notificationId":1,"organizationalEntity":"urn:li:organization:1","action":"COMMENT","sourcePost":"urn:li:share:6",
            "lastModifiedAt":1700000000000,"generatedActivity":"urn:li:comment:(urn:li:activity:6,7)",
            "decoratedGeneratedActivity":{"comment":{"text":"Nice","owner":"urn:li:person:a"}}}
            """#
        )
        guard case .message(let draft) = try #require(decoded.items.first).change else {
            Issue.record("no message")
            return
        }
        #expect(draft.text == "Nice" && draft.author?.id == "urn:li:person:a" && !draft.needsFetch)
    }

    @Test func likesAreSkippedAndABrokenNoticeCostsNoOther() throws {
        let decoded = try decode(
            #"{"action":"LIKE"}, {"action":"COMMENT"}, 3, {"action":"COMMENT_DELETE","generatedActivity":"c"}"#
        )
        #expect(decoded.skipped == ["LIKE"] && decoded.malformed.count == 2)
        #expect(decoded.items.map(\.change) == [.delete(id: "c", at: nil)])
    }

    @Test func aChallengeIsQuotedBeforeItIsRepeated() throws {
        let answer = try #require(linkedIn.handshake(query: ["challengeCode": "a\"b"], channel: Self.channel))
        #expect(answer.parts.first == .text(#"{"challengeCode":"a\"b","challengeResponse":""#))
        #expect(linkedIn.handshake(query: [:], channel: Self.channel) == nil)
    }

    @Test func theAddressOfAPostIsEscaped() throws {
        let target = Outgoing.Target(
            messageID: "urn:li:comment:(urn:li:activity:6,7)",
            kind: .comment,
            isPrivate: false,
            visibility: nil,
            thread: "urn:li:share:6",
            author: nil,
            sentAt: Instant(seconds: 1)
        )
        let request = try linkedIn.request(for: Outgoing(id: "o", text: "Hi", target: target), channel: Self.channel)
        #expect(request.url == "https://api.linkedin.com/rest/socialActions/urn%3Ali%3Ashare%3A6/comments")
        #expect(String(decoding: request.body, as: UTF8.self).contains(#""parentComment":"urn:li:comment:"#))
    }
}
