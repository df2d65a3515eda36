import HarkCore
import HarkYouTube
import Testing

private let tube = YouTubeConnector()

private func channel(_ secrets: [String: String] = ["key": "api-key"], settings: [String: String] = [:]) -> Channel {
    Channel(
        id: Channel.ID("tube"),
        network: Network("youtube"),
        account: "UCus",
        settings: settings,
        secrets: secrets.mapValues { Secret($0) }
    )
}

private func thread(_ id: String, by author: String = "UCana", replies: Int = 0, shown: [String] = []) -> String {
    let comment = { (id: String, author: String) in
        """
        {"id":"\(id)","snippet":{"authorDisplayName":"@ana","authorChannelId":{"value":"\(author)"},\
        "textDisplay":"a &lt; b<br>c","publishedAt":"2026-11-22T09:00:00Z","updatedAt":"2026-11-22T09:00:00Z"}}
        """
    }
    let answers = shown.map { comment($0, "UCbob") }.joined(separator: ",")
    return """
        {"id":"\(id)","snippet":{"videoId":"v","totalReplyCount":\(replies),"topLevelComment":\(comment(id, author))},\
        "replies":{"comments":[\(answers)]}}
        """
}

private func page(_ items: [String], next: String? = nil, of feed: String = "comments", after cursor: String? = nil)
    throws
    -> Page
{
    let token = next.map { ",\"nextPageToken\":\"\($0)\"" } ?? ""
    let body = "{\"items\":[\(items.joined(separator: ","))]\(token)}"
    let response = HTTPResponse(status: 200, body: Array(body.utf8))
    return try tube.page(response, of: feed, after: cursor, channel: channel())
}

@Test func aThreadAndItsAnswersAreComments() throws {
    let decoded = try page([thread("c1", replies: 1, shown: ["c1.r1"])]).decoded
    let drafts = decoded.items.compactMap { if case .message(let draft) = $0.change { draft } else { nil } }
    #expect(drafts.map(\.id) == ["c1", "c1.r1"])
    #expect(drafts.map(\.thread) == ["c1", "c1"] && drafts.map(\.parent) == [nil, "c1"])
    #expect(drafts.first?.text == "a < b\nc")
}

@Test func ourOwnCommentIsAnEcho() throws {
    guard case .echo? = try page([thread("c1", by: "UCus")]).decoded.items.first?.change else {
        Issue.record("expected an echo")
        return
    }
}

@Test func aThreadThatHasGrownIsAskedForItsAnswers() throws {
    let first = try page([thread("c1", replies: 9), thread("c2", replies: 2)], of: "replies", after: "c1=3 c2=2|")
    #expect(first.hasMore)
    let request = try tube.request(for: "replies", after: first.cursor, channel: channel())
    #expect(request.url.contains("/comments?") && request.url.contains("parentId=c1"))
    let second = try page([], next: "p 2", of: "replies", after: first.cursor)
    let next = try tube.request(for: "replies", after: second.cursor, channel: channel())
    #expect(next.url.contains("pageToken=p%202"))
    let last = try page([], of: "replies", after: second.cursor)
    #expect(!last.hasMore && last.cursor == "c1=9 c2=2|")
}

@Test func listsCostAUnitAndAnswersFifty() throws {
    let list = try tube.request(for: "comments", after: nil, channel: channel())
    #expect(tube.cost(of: list) == 1)
    #expect(tube.cost(of: HTTPRequest(method: "POST", url: "x")) == 50)
    #expect(tube.allowance(of: channel(settings: ["quota": "500"])) == Allowance(500, per: .days(1)))
}

@Test func onlyAnOwnersTokenCanAnswer() throws {
    let target = Outgoing.Target(
        messageID: "c1.r1",
        kind: .comment,
        isPrivate: false,
        visibility: nil,
        thread: "c1",
        author: nil,
        sentAt: Instant(seconds: 0)
    )
    let reply = Outgoing(id: "1", text: "Hi", target: target)
    #expect(throws: ConnectorFailure.self) { try tube.request(for: reply, channel: channel()) }
    let request = try tube.request(for: reply, channel: channel(["token": "t"]))
    #expect(String(decoding: request.body, as: UTF8.self) == #"{"snippet":{"parentId":"c1","textOriginal":"Hi"}}"#)
}

@Test(arguments: [
    (403, "quotaExceeded", "rate limited until 2027-01-16T08:00:00.000Z"), (403, "forbidden", "not allowed"),
    (400, "keyInvalid", "reconnect needed"), (400, "processingFailure", "unavailable"),
    (404, "videoNotFound", "not found"),
])
func aReasonSaysWhatToDo(status: Int, reason: String, meaning: String) {
    let body = #"{"error":{"code":\#(status),"message":"m","errors":[{"reason":"\#(reason)"}]}}"#
    let response = HTTPResponse(status: status, body: Array(body.utf8))
    let now = Instant(seconds: 1_800_000_000)
    let failure = tube.failure(in: response, channel: channel(), now: now)
    #expect(failure?.description.hasPrefix(meaning) == true, "\(failure?.description ?? "none")")
}
