import HarkCore
import HarkReddit
import Testing

private let reddit = RedditConnector()
private let now = Instant(seconds: 1_800_000_000)
private let snoo = Channel(
    id: Channel.ID("snoo"),
    network: Network("reddit"),
    account: "u/Acme",
    secrets: ["client_id": Secret("id"), "client_secret": Secret("hush"), "token": Secret("tok")]
)

private func page(_ things: [String], after: String = "null", of feed: String = "inbox") throws -> Page {
    let body = #"{"kind":"Listing","data":{"after":\#(after),"children":[\#(things.joined(separator: ","))]}}"#
    return try reddit.page(HTTPResponse(status: 200, body: Array(body.utf8)), of: feed, after: nil, channel: snoo)
}

private let comment = """
    {"kind":"t1","data":{"name":"t1_c","author":"ana","author_fullname":"t2_a","body":"Hm","type":"comment_reply",
    "parent_id":"t1_p","context":"/r/x/comments/9abc/title/c/?context=3","created_utc":1.8e9,"replies":""}}
    """

private func message(_ name: String, by author: String, to dest: String) -> String {
    """
    {"kind":"t4","data":{"name":"\(name)","author":"\(author)","dest":"\(dest)","subject":"S","body":"B",
    "first_message_name":"t4_1","created_utc":"1800000000.0","replies":{"kind":"Listing","data":{"children":[]}}}}
    """
}

@Suite struct GatheringReddit {
    @Test func aCommentStandsBelowItsPost() throws {
        guard case .message(let draft)? = try page([comment]).decoded.items.first?.change else {
            Issue.record("expected a message")
            return
        }
        #expect(draft.thread == "9abc" && draft.parent == "t1_p" && draft.author?.id == "t2_a" && !draft.isPrivate)
        #expect(draft.sentAt == now)
    }

    @Test func bothSidesOfAPrivateConversationJoinByTheOthersName() throws {
        let items = try page([message("t4_3", by: "acme", to: "Ana"), message("t4_2", by: "ana", to: "acme")]).decoded
            .items
        guard case .message(let first) = items[0].change, case .echo(let second) = items[1].change else {
            Issue.record("expected a message and an echo")
            return
        }
        #expect(first.conversation == .person("ana") && second.conversation == .person("ana"))
        #expect(first.thread == "t4_1" && first.isPrivate)
    }

    @Test func aDeletedCommentIsDeletedAndUnknownKindsAreSkippedByName() throws {
        let gone = #"{"kind":"t1","data":{"id":"d","author":"[deleted]","body":"[deleted]","created_utc":1}}"#
        let decoded = try page([gone, #"{"kind":"t9","data":{"id":"z"}}"#, #"{"data":1}"#], of: "things").decoded
        #expect(decoded.items.first?.change == .delete(id: "t1_d", at: nil))
        #expect(decoded.skipped == ["t9"] && decoded.malformed.count == 1)
    }

    @Test func theNextPageIsAskedForWithItsNameAndGoneNamesBeginAnew() throws {
        let first = try page([comment], after: "\"t1_c\"")
        #expect(try reddit.request(for: "inbox", after: first.cursor, channel: snoo).url.hasSuffix("&after=t1_c"))
        #expect(reddit.detour(around: .notFound("x"), in: "inbox", after: "7<9|t1_c", channel: snoo)?.cursor == "7")
    }

    @Test func moderatorsMailIsReadWithoutInternalNotes() throws {
        let body = """
            {"conversations":{"ik":{"subject":"S","objIds":[{"id":"1","key":"messages"},{"id":"2","key":"messages"},
            {"id":"3","key":"modActions"}],"lastUpdated":"2017-03-29T15:13:08.069923+00:00"}},
            "messages":{"1":{"bodyMarkdown":"Help","author":{"name":"ana","isMod":false},"date":"2017-03-29T15:13:08Z"},
            "2":{"bodyMarkdown":"psst","isInternal":true,"author":{"name":"mod","isMod":true}}}}
            """
        let response = HTTPResponse(status: 200, body: Array(body.utf8))
        let decoded = try reddit.page(response, of: "modmail", after: nil, channel: snoo).decoded
        #expect(decoded.items.count == 1 && decoded.skipped == ["internal note"])
    }
}

@Suite struct AnsweringOnReddit {
    private func reply(to id: String, thread: String? = nil) -> Outgoing {
        let target = Outgoing.Target(
            messageID: id,
            kind: .comment,
            isPrivate: false,
            visibility: nil,
            thread: thread,
            author: nil,
            sentAt: now
        )
        return Outgoing(id: "o", text: "A & B", target: target)
    }

    @Test func commentsAndPrivateMessagesAreAnsweredByTheSameCall() throws {
        let request = try reddit.request(for: reply(to: "t4_2"), channel: snoo)
        #expect(String(decoding: request.body, as: UTF8.self) == "api_type=json&thing_id=t4_2&text=A%20%26%20B")
        #expect(request.headers.value(of: "user-agent")?.contains("(by /u/acme)") == true)
    }

    @Test func moderatorsMailIsAnsweredInItsConversation() throws {
        let request = try reddit.request(for: reply(to: "modmail:1", thread: "modmail:ik"), channel: snoo)
        #expect(request.url.contains("/api/mod/conversations/ik?"))
    }

    @Test(arguments: [
        (
            #"{"json":{"errors":[["RATELIMIT","try again in 9 minutes.","ratelimit"]]}}"#,
            "rate limited until 2027-01-15T08:10:01"
        ),
        (#"{"json":{"errors":[["USER_REQUIRED","Please log in to do that.",null]]}}"#, "reconnect needed"),
        (#"{"json":{"errors":[["TOO_LONG","this is too long","text"]]}}"#, "rejected: TOO_LONG"),
    ])
    func errorsHiddenInA200AreFound(body: String, meaning: String) {
        let failure = reddit.failure(in: HTTPResponse(status: 200, body: Array(body.utf8)), channel: snoo, now: now)
        #expect(failure?.description.hasPrefix(meaning) == true, "\(failure?.description ?? "none")")
    }

    @Test func anAcceptedAnswerWithoutAThingIsStillSent() throws {
        let answer = HTTPResponse(status: 200, body: Array(#"{"json":{"errors":[],"data":{"things":[]}}}"#.utf8))
        #expect(try reddit.receipt(answer, for: reply(to: "t1_c"), channel: snoo).messageID == "sent:o")
    }

    @Test func tokensComeFromTheOtherHostAndSecretsStayOutOfTheAddress() throws {
        var channel = snoo
        channel.secrets["refresh_token"] = Secret("refresh-secret")
        let request = try #require(try reddit.renewal(of: channel))
        #expect(request.url == "https://www.reddit.com/api/v1/access_token")
        #expect(request.headers.value(of: "authorization") == "Basic aWQ6aHVzaA==")
        let proof = ConsentProof(state: "st", verifier: "v", challenge: "c")
        let page = try reddit.consent(snoo, proof: proof)
        #expect(page.contains("state=st") && page.contains("duration=permanent") && !page.contains("hush"))
    }
}
