import HarkCore
import HarkTikTok
import Testing

struct TikTokTests {
    static let channel = Channel(
        id: Channel.ID("tt"),
        network: Network("tiktok"),
        account: "7",
        secrets: ["token": Secret("t0ken"), "client_secret": Secret("s3cret")]
    )
    let tikTok = TikTokConnector()

    func decode(_ body: String) throws -> Decoded {
        try tikTok.decode(Array(body.utf8), headers: [], channel: Self.channel)
    }

    @Test func aRevokedAccessIsSaidOfTheChannel() throws {
        let decoded = try decode(#"{"event":"authorization.removed","create_time":1,"content":"{\"reason\": 1 }"}"#)
        guard case .reauthorise = decoded.failure else {
            Issue.record("\(decoded)")
            return
        }
    }

    @Test func aRemovedCommentIsDeletedAlsoWhereTheContentIsUnpacked() throws {
        let decoded = try decode(
            #"{"event":"comment.update","create_time":1,"content":{"comment_id":7,"comment_action":"delete","timestamp":1700000000}}"#
        )
        #expect(decoded.items.map(\.change) == [.delete(id: "7", at: Instant(seconds: 1_700_000_000))])
    }

    @Test func aCommentIsReadOutOfTheString() throws {
        let decoded = try decode(
            #"{"event":"comment.update","create_time":1700000000,"content":"{\"comment_id\":\"c\",\"video_id\":9,\"user_id\":\"u\",\"text\":\"wow\"}"}"#
        )
        guard case .message(let draft) = try #require(decoded.items.first).change else {
            Issue.record("no message")
            return
        }
        #expect(draft.id == "c" && draft.thread == "9" && draft.text == "wow" && draft.author?.id == "u")
    }

    @Test func whatIsNotKnownIsSkippedByName() throws {
        #expect(try decode(#"{"event":"video.upload.failed","content":"no json"}"#).skipped == ["video.upload.failed"])
        #expect(try decode(#"{"event":"comment.new","content":7}"#).skipped == ["comment.new"])
        #expect(throws: DecodingFailure.self) { try decode("{}") }
    }

    @Test func aLimitInsideA200IsOne() {
        let body = Array(#"{"code":40100,"message":"slow"}"#.utf8)
        let now = Instant(seconds: 1)
        let failure = tikTok.failure(in: HTTPResponse(status: 200, body: body), channel: Self.channel, now: now)
        #expect(failure == .rateLimited(until: now + .minutes(5), "slow (40100)"))
    }
}
