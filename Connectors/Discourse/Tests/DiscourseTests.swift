import HarkCore
import HarkDiscourse
import Testing

private let discourse = DiscourseConnector()
private let forum = Channel(
    id: Channel.ID("forum"),
    network: Network("discourse"),
    account: "Acme",
    server: "https://forum.example",
    secrets: ["key": Secret("forum-key"), "webhook_secret": Secret("hook-secret")]
)

private func notice(_ post: Int, type: Int = 1) -> String {
    """
    {"id":9,"notification_type":\(type),"created_at":"2026-11-22T09:00:00.000Z","topic_id":7,\
    "data":{"original_post_id":\(post),"original_username":"ana","topic_title":"T"}}
    """
}

private func post(_ id: Int, by name: String = "ana", extra: String = "") -> String {
    """
    {"id":\(id),"username":"\(name)","created_at":"2026-11-22T09:00:00.000Z","raw":"Hello @acme","topic_id":7,\
    "post_number":3,"version":1\(extra)}
    """
}

private func page(_ body: String, after cursor: String?) throws -> Page {
    let response = HTTPResponse(status: 200, body: Array(body.utf8))
    return try discourse.page(response, of: "notifications", after: cursor, channel: forum)
}

@Suite struct GatheringDiscourse {
    @Test func aNoticeAnnouncesAPostWhichIsFetchedNext() throws {
        let body = "{\"notifications\":[\(notice(41)),\(notice(5, type: 5))],\"total_rows_notifications\":2}"
        let announced = try page(body, after: nil)
        #expect(announced.hasMore && announced.decoded.skipped == ["notification type 5"])
        guard case .message(let notice)? = announced.decoded.items.first?.change else {
            Issue.record("expected a message")
            return
        }
        #expect(notice.needsFetch && notice.id == "41")
        let request = try discourse.request(for: "notifications", after: announced.cursor, channel: forum)
        #expect(request.url == "https://forum.example/posts/41.json?include_raw=true")
        let fetched = try page(post(41), after: announced.cursor)
        guard case .message(let whole)? = fetched.decoded.items.first?.change else {
            Issue.record("expected a message")
            return
        }
        #expect(whole.text == "Hello @acme" && whole.kind == .mention && whole.replyContext == ["post_number": "3"])
        #expect(!fetched.hasMore)
        let again = try page(body, after: fetched.cursor)
        #expect(!again.hasMore, "a fetched post is not fetched again")
    }

    @Test func aPostThatIsGoneHoldsUpNoOther() throws {
        let body = "{\"notifications\":[\(notice(42)),\(notice(41))],\"total_rows_notifications\":2}"
        let announced = try page(body, after: nil)
        let detour = discourse.detour(
            around: .notFound("x"),
            in: "notifications",
            after: announced.cursor,
            channel: forum
        )
        let request = try discourse.request(for: "notifications", after: detour?.cursor, channel: forum)
        #expect(request.url.contains("/posts/42.json"))
    }

    @Test(
        arguments: [
            ("", "message"), (#","version":2"#, "edit"), (#","deleted_at":"2026-11-22T10:00:00Z""#, "delete"),
            (#","topic_archetype":"private_message""#, "private"),
        ]
    )
    func aWebhookTellsWhatBecameOfAPost(extra: String, expected: String) throws {
        // The extra member comes last and counts.
        let item = post(41, extra: extra).replacing(#""version":1,"version":2"#, with: #""version":2"#)
        let decoded = try discourse.decode(Array("{\"post\":\(item)}".utf8), headers: [], channel: forum)
        let told: String? =
            switch decoded.items.first?.change {
            case .message(let draft): draft.isPrivate ? "private" : "message"
            case .edit: "edit"
            case .delete: "delete"
            default: nil
            }
        #expect(told == expected)
    }

    @Test func pingsAndOtherEventsAreSkippedByName() throws {
        #expect(try discourse.decode(Array(#"{"ping":"OK"}"#.utf8), headers: [], channel: forum).skipped == ["ping"])
        #expect(throws: DecodingFailure.self) {
            try discourse.decode(Array(#"{"post":{}}"#.utf8), headers: [], channel: forum)
        }
    }

    @Test func ourOwnPostIsAnEchoHoweverTheNameIsWritten() throws {
        let decoded = try discourse.decode(Array("{\"post\":\(post(1, by: "acme"))}".utf8), headers: [], channel: forum)
        guard case .echo? = decoded.items.first?.change else {
            Issue.record("expected an echo")
            return
        }
    }
}

@Test func anAnswerStandsInTheTopicBelowThePost() throws {
    let target = Outgoing.Target(
        messageID: "41",
        kind: .mention,
        isPrivate: false,
        visibility: nil,
        thread: "7",
        author: nil,
        sentAt: Instant(seconds: 0),
        context: ["post_number": "3"]
    )
    let request = try discourse.request(for: Outgoing(id: "1", text: "Hi", target: target), channel: forum)
    #expect(String(decoding: request.body, as: UTF8.self) == #"{"raw":"Hi","reply_to_post_number":3,"topic_id":7}"#)
}

@Test func aForumsOwnWaitIsWaited() {
    let body = #"{"errors":["You’ve done that too many times."],"extras":{"wait_seconds":12}}"#
    let now = Instant(seconds: 1000)
    let failure = discourse.failure(in: HTTPResponse(status: 429, body: Array(body.utf8)), channel: forum, now: now)
    guard case .rateLimited(let until, _)? = failure else {
        Issue.record("expected a rate limit")
        return
    }
    #expect(until == now + .seconds(12))
}
