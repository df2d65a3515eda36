import HarkCore
import HarkHackerNews
import Testing

private let news = HackerNewsConnector()
private let channel = Channel(
    id: Channel.ID("hn"),
    network: Network("hackernews"),
    account: "acme",
    settings: ["query": "acme"],
    backfillFloor: Instant(seconds: 1_000)
)

private func hit(_ id: Int, at second: Int) -> String {
    """
    {"objectID":"\(id)","created_at_i":\(second),"author":"ana","comment_text":"<i>Hi</i> &amp; bye<p>Two",\
    "story_id":5,"parent_id":4,"story_title":"Acme","_tags":["comment","author_ana"]}
    """
}

private func page(_ body: String, after cursor: String?) throws -> Page {
    try news.page(HTTPResponse(status: 200, body: Array(body.utf8)), of: "mentions", after: cursor, channel: channel)
}

@Test func theSearchBeginsAtTheFloorAndThenTwoHoursBeforeTheNewestKnown() throws {
    let first = try news.request(for: "mentions", after: nil, channel: channel).url
    #expect(first.contains("query=%22acme%22") && first.hasSuffix("created_at_i%3E1000"))
    let later = try news.request(for: "mentions", after: "20000000", channel: channel).url
    #expect(later.hasSuffix("created_at_i%3E12800"))
}

@Test func aCommentIsReadAsPlainTextInItsStory() throws {
    let read = try page("{\"hits\":[\(hit(7, at: 2000))],\"page\":0,\"nbPages\":1}", after: nil)
    guard case .message(let draft)? = read.decoded.items.first?.change else {
        Issue.record("expected a message")
        return
    }
    #expect(draft.text == "Hi & bye\n\nTwo")
    #expect(draft.kind == .comment && draft.thread == "5" && draft.parent == "4" && draft.subject == "Acme")
    #expect(read.cursor == "2000000" && !read.hasMore)
}

@Test func everyPageOfTheSearchIsReadBeforeTheMarkMoves() throws {
    let first = try page("{\"hits\":[\(hit(9, at: 9000))],\"page\":0,\"nbPages\":2}", after: "1000000")
    #expect(first.hasMore && first.cursor == "1000000<9000000|1")
    #expect(try news.request(for: "mentions", after: first.cursor, channel: channel).url.contains("&page=1&"))
    let second = try page("{\"hits\":[\(hit(8, at: 8000))],\"page\":1,\"nbPages\":2}", after: first.cursor)
    #expect(!second.hasMore && second.cursor == "9000000")
}

@Test func nobodyCanBeAnsweredThere() {
    #expect(!news.capabilities(of: Network("hackernews")).canReply)
}
