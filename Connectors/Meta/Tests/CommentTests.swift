import HarkCore
import HarkMeta
import Testing

struct CommentTests {
    private func feed(_ parts: String, field: String = "feed") throws -> Decoded {
        try Sample.change(field, #"{"created_time":1700000000,\#(parts)}"#)
    }

    @Test(
        "which conversation a public word belongs to",
        arguments: [
            (#""comment_id":"p_1","post_id":"100_p","parent_id":"100_p","from":{"id":"7"}"#, "p_1"),
            (#""comment_id":"p_2","post_id":"100_p","parent_id":"p_1","from":{"id":"7"}"#, "p_1"),
            (#""comment_id":"p_3","post_id":"100_p","parent_id":"p_1","from":{"id":"100"}"#, "p_1"),
            (#""comment_id":"p_4","post_id":"100_p","parent_id":"100_p","from":{"id":"100"}"#, "100_p"),
        ]
    )
    func conversations(_ parts: String, _ thread: String) throws {
        let draft = try Sample.draft(try feed(#""item":"comment","verb":"add","message":"x",\#(parts)"#))
        #expect(draft.conversation == .thread(thread))
        #expect(draft.thread == "100_p")
    }

    @Test func aVisitorsPostIsAMentionAndOurOwnAnEcho() throws {
        let visitor = try feed(#""item":"status","verb":"add","post_id":"100_p","message":"x","from":{"id":"7"}"#)
        let own = try feed(#""item":"status","verb":"add","post_id":"100_q","message":"x","from":{"id":100}"#)
        guard case .message(let draft) = try #require(visitor.items.first).change,
            case .echo = try #require(own.items.first).change
        else {
            Issue.record("a visitor's post or our own was read as something else")
            return
        }
        #expect(draft.kind == .mention)
        #expect(!draft.isPrivate)
        #expect(visitor.items.first?.network == Network("facebook"))
    }

    @Test func removingACommentTakesItBack() throws {
        let decoded = try feed(
            #""item":"comment","verb":"remove","comment_id":"p_1","post_id":"100_p","from":{"id":"7"}"#
        )
        #expect(decoded.items.map(\.change) == [.delete(id: "p_1", at: Instant(seconds: 1_700_000_000))])
    }

    @Test(arguments: ["like", "reaction", "album", "event"])
    func whatIsNoWordIsSkippedByName(_ item: String) throws {
        #expect(try feed(#""item":"\#(item)","verb":"add""#) == Decoded(skipped: ["feed:\(item)/add"]))
    }

    @Test func aReviewKeepsItsStars() throws {
        let decoded = try feed(
            #""item":"rating","verb":"add","open_graph_story_id":9,"rating":2,"review_text":"meh","reviewer_id":7"#,
            field: "ratings"
        )
        let draft = try Sample.draft(decoded)
        #expect(draft.kind == .review)
        #expect(draft.rating == 2)
        #expect(draft.conversation == .thread("9"))
    }

    @Test func anInstagramReplyJoinsTheCommentItAnswers() throws {
        let reply = #"{"id":"c2","text":"x","parent_id":"c1","from":{"id":"7","username":"ana"},"media":{"id":"m"}}"#
        let draft = try Sample.draft(try Sample.change("comments", reply, object: "instagram"))
        #expect(draft.conversation == .thread("c1"))
        #expect(draft.thread == "m")
        #expect(draft.author?.handle == "ana")
    }

    @Test func anInstagramMentionHasToBeFetched() throws {
        let value = #"{"media_id":"m","comment_id":"c"}"#
        let draft = try Sample.draft(try Sample.change("mentions", value, object: "instagram"))
        #expect(draft.needsFetch)
        #expect(draft.id == "c")
        #expect(draft.author == nil)
    }
}
