import HarkCore
import HarkX
import Testing

private let x = XConnector()
private let now = Instant(seconds: 1_800_000_000)
private let us = Channel(
    id: Channel.ID("x"),
    network: Network("x"),
    account: "99",
    secrets: ["client_id": Secret("id"), "token": Secret("tok"), "consumer_secret": Secret("test_consumer_secret")]
)

private func page(_ body: String, of feed: String = "mentions", after cursor: String? = nil) throws -> Page {
    try x.page(HTTPResponse(status: 200, body: Array(body.utf8)), of: feed, after: cursor, channel: us)
}

private func post(_ id: String, by author: String = "7", extra: String = "") -> String {
    """
    {"id":"\(id)","text":"a &amp; b &lt;3","author_id":"\(author)","created_at":"2026-11-22T09:00:00.000Z",\
    "conversation_id":"50"\(extra)}
    """
}

@Suite struct GatheringX {
    @Test func anOldPostBringsItsPictures() throws {
        let body = #"""
            {"for_user_id":"9","tweet_create_events":[{"id":50,"text":"look","user":{"id_str":"7"},
            "created_at":"Sun Nov 22 09:00:00 +0000 2026","entities":{"media":[{"type":"photo","media_url_https":"https://p/1"}]},
            "extended_entities":{"media":[{"type":"photo","media_url_https":"https://p/1"},
            {"type":"video","media_url_https":"https://p/2"}]}}, {"text":"whose?"}]}
            """#
        let decoded = try XConnector().decode(Array(body.utf8), headers: [], channel: us)
        guard case .message(let draft) = try #require(decoded.items.first).change else { throw DecodingFailure("none") }
        #expect(draft.id == "50" && draft.attachments.map(\.kind) == [.image, .video])
        #expect(decoded.malformed == ["post: “id_str” is missing"])
    }

    @Test func theRoundIsReadToItsEndBeforeThePositionMoves() throws {
        let first = try page("{\"data\":[\(post("120"))],\"meta\":{\"next_token\":\"abc\"}}", after: "107")
        #expect(first.cursor == "107<120|abc" && first.hasMore)
        let request = try x.request(for: "mentions", after: first.cursor, channel: us)
        #expect(request.url.contains("since_id=107") && request.url.hasSuffix("pagination_token=abc"))
        let last = try page("{\"data\":[\(post("110"))],\"meta\":{}}", after: first.cursor)
        #expect(last.cursor == "120" && !last.hasMore)
        #expect(try page(#"{"meta":{"result_count":0}}"#, after: "120").cursor == "120")
    }

    @Test func longerIdsAreLater() throws {
        let page = try page("{\"data\":[\(post("1000")),\(post("999"))],\"meta\":{}}")
        #expect(page.cursor == "1000")
    }

    @Test func aPostNamesItsAuthorConversationAndParent() throws {
        let includes =
            #""includes":{"users":[{"id":"7","username":"ana","name":"Ana"}],"media":[{"media_key":"m","type":"photo"}]}"#
        let extra =
            #","referenced_tweets":[{"type":"replied_to","id":"60"}],"attachments":{"media_keys":["m","n"]}"#
        let body = "{\"data\":[\(post("120", extra: extra))],\(includes),\"meta\":{}}"
        guard case .message(let draft)? = try page(body).decoded.items.first?.change else {
            Issue.record("expected a message")
            return
        }
        #expect(draft.text == "a & b <3" && draft.thread == "50" && draft.parent == "60")
        #expect(draft.author?.handle == "@ana" && draft.attachments.map(\.kind) == [.image, .other])
    }

    @Test func anEditKeepsTheFirstIdAndARepostIsSkipped() throws {
        let edited = post("130", extra: #","edit_history_tweet_ids":["120","130"]"#)
        let shared = post("131", extra: #","referenced_tweets":[{"type":"retweeted","id":"1"}]"#)
        let page = try page("{\"data\":[\(shared),\(edited)],\"meta\":{}}")
        guard case .edit(let draft)? = page.decoded.items.first?.change else {
            Issue.record("expected an edit")
            return
        }
        #expect(draft.id == "120" && page.cursor == "131" && page.decoded.skipped == ["repost"])
    }

    @Test func privateMessagesJoinByTheOtherPersonAndGroupsByTheirNumber() throws {
        let body = """
            {"data":[{"id":"3","event_type":"MessageCreate","text":"g","sender_id":"7","dm_conversation_id":"500"},
            {"id":"2","event_type":"MessageCreate","text":"us","sender_id":"99","dm_conversation_id":"7-99"},
            {"id":"1","event_type":"MessageCreate","text":"hi","sender_id":"7","dm_conversation_id":"7-99"},
            {"id":"0","event_type":"ParticipantsJoin"}],"meta":{}}
            """
        let decoded = try page(body, of: "messages").decoded
        guard case .message(let first) = decoded.items[0].change, case .echo(let second) = decoded.items[1].change,
            case .message(let group) = decoded.items[2].change
        else {
            Issue.record("expected a message, an echo, a message")
            return
        }
        #expect(first.conversation == .person("7") && second.conversation == .person("7"))
        #expect(group.kind == .chat && group.conversation == .person("500"))
        #expect(decoded.skipped == ["ParticipantsJoin"])
    }

    @Test(arguments: ["{}", "[]", #"{"title":"x"}"#, "<html>"])
    func whatIsNoPageIsUndecoded(body: String) {
        #expect(throws: DecodingFailure.self) { try page(body) }
    }
}

@Suite struct AnsweringOnX {
    private func reply(isPrivate: Bool, kind: MessageKind = .mention, thread: String = "50") -> Outgoing {
        let target = Outgoing.Target(
            messageID: "120",
            kind: kind,
            isPrivate: isPrivate,
            visibility: nil,
            thread: thread,
            author: Author(id: "7"),
            sentAt: now
        )
        return Outgoing(id: "o", text: "Hi", target: target)
    }

    @Test func postsPrivateMessagesAndGroupsHaveTheirOwnCalls() throws {
        let post = try x.request(for: reply(isPrivate: false), channel: us)
        #expect(String(decoding: post.body, as: UTF8.self) == #"{"reply":{"in_reply_to_tweet_id":"120"},"text":"Hi"}"#)
        #expect(
            try x.request(for: reply(isPrivate: true), channel: us).url.hasSuffix("/dm_conversations/with/7/messages")
        )
        let group = try x.request(for: reply(isPrivate: true, kind: .chat, thread: "500"), channel: us)
        #expect(group.url.hasSuffix("/dm_conversations/500/messages"))
    }

    @Test(arguments: [
        (
            403, #"{"title":"Forbidden","detail":"You are not permitted","type":"about:blank"}"#,
            "not allowed: not allowed by X"
        ),
        (400, #"{"title":"t","type":"https://api.x.com/2/problems/invalid-request"}"#, "rejected"),
        (200, #"{"title":"t","type":"https://api.twitter.com/2/problems/usage-capped"}"#, "rate limited"),
        (402, "", "rate limited"), (401, "", "reconnect needed"),
        (400, #"{"error":"invalid_request"}"#, "reconnect needed"),
        (503, "", "unavailable"),
    ])
    func aProblemSaysWhatToDo(status: Int, body: String, meaning: String) {
        let failure = x.failure(in: HTTPResponse(status: status, body: Array(body.utf8)), channel: us, now: now)
        #expect(failure?.description.hasPrefix(meaning) == true, "\(failure?.description ?? "none")")
    }

    @Test func dataBesideAProblemCounts() {
        let body = #"{"data":[],"errors":[{"title":"Not Found Error","type":"x/resource-not-found"}]}"#
        #expect(x.failure(in: HTTPResponse(status: 200, body: Array(body.utf8)), channel: us, now: now) == nil)
    }

    @Test(arguments: [("plain", 5), ("é", 1), ("😀", 2), ("日本", 4), ("see https://x.example/a/very/long/path", 27)])
    func lettersAreWeighed(text: String, weight: Int) {
        #expect(x.capabilities(of: Network("x")).textLimit?.length(of: text) == weight)
    }

    @Test func connectingBindsTheCodeToTheAttempt() throws {
        let proof = ConsentProof(state: "st", verifier: "ver", challenge: "cha")
        #expect(try x.consent(us, proof: proof).contains("code_challenge=cha&code_challenge_method=S256"))
        let request = try x.exchange("code", proof: proof, channel: us)
        #expect(String(decoding: request.body, as: UTF8.self).hasSuffix("code_verifier=ver&client_id=id"))
    }
}
