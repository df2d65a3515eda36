import HarkBluesky
import HarkCore
import Testing

private let bluesky = BlueskyConnector()
private let sky = Channel(
    id: Channel.ID("sky"),
    network: Network("bluesky"),
    account: "@us.example",
    settings: ["did": "did:plc:us"],
    secrets: ["token": Secret("jwt-secret"), "app_password": Secret("pass-secret")]
)

private func note(
    _ rkey: String,
    by did: String = "did:plc:ana",
    reason: String = "mention",
    at: String,
    extra: String = ""
)
    -> String
{
    """
    {"uri":"at://\(did)/app.bsky.feed.post/\(rkey)","cid":"bafy\(rkey)","reason":"\(reason)","indexedAt":"\(at)",\
    "author":{"did":"\(did)","handle":"ana.example","displayName":"Ana"},\
    "record":{"$type":"app.bsky.feed.post","text":"Hello 👩‍👩‍👧","createdAt":"\(at)"\(extra)}}
    """
}

private func page(_ body: String, of feed: String = "notifications", after cursor: String? = nil) throws -> Page {
    try bluesky.page(HTTPResponse(status: 200, body: Array(body.utf8)), of: feed, after: cursor, channel: sky)
}

@Suite struct GatheringBluesky {
    @Test func aReplyNamesItsThreadItsParentAndWhatAnAnswerNeeds() throws {
        let reply = #","reply":{"root":{"uri":"at://r","cid":"cr"},"parent":{"uri":"at://p","cid":"cp"}}"#
        let body = "{\"notifications\":[\(note("a", reason: "reply", at: "2026-11-22T09:00:00Z", extra: reply))]}"
        guard case .message(let draft)? = try page(body).decoded.items.first?.change else {
            Issue.record("expected a message")
            return
        }
        #expect(draft.kind == .comment && draft.thread == "at://r" && draft.parent == "at://p")
        #expect(draft.replyContext == ["cid": "bafya", "root": "at://r", "root_cid": "cr"])
        #expect(draft.url == "https://bsky.app/profile/did:plc:ana/post/a")
    }

    @Test func theListIsReadDownToAnHourBeforeTheNewestKnown() throws {
        let known = "\((Instant("2026-11-22T08:00:00Z") ?? Instant(seconds: 0)).milliseconds)"
        let new = note("b", at: "2026-11-22T09:00:00Z")
        let first = try page("{\"notifications\":[\(new)],\"cursor\":\"next\"}", after: known)
        #expect(first.hasMore)
        let request = try bluesky.request(for: "notifications", after: first.cursor, channel: sky)
        #expect(request.url.hasSuffix("&limit=100&cursor=next"))
        let old = note("a", at: "2026-11-22T06:59:00Z")
        let doubted = try page("{\"notifications\":[\(old)],\"cursor\":\"more\"}", after: first.cursor)
        #expect(
            doubted.hasMore,
            "a page without news may be an earlier one, kept on the way: it is asked for once more"
        )
        let last = try page("{\"notifications\":[\(old)],\"cursor\":\"more\"}", after: doubted.cursor)
        #expect(
            !last.hasMore && last.cursor == "\((Instant("2026-11-22T09:00:00Z") ?? Instant(seconds: 0)).milliseconds)"
        )
    }

    @Test func likesAreSkippedByNameAndOneBadNoticeCostsOnlyItself() throws {
        let like = note("c", reason: "like", at: "2026-11-22T09:00:00Z")
        let body = "{\"notifications\":[{\"uri\":7},\(like),\(note("a", at: "2026-11-22T09:00:00Z"))]}"
        let decoded = try page(body).decoded
        #expect(decoded.items.count == 1 && decoded.skipped == ["like"] && decoded.malformed.count == 1)
    }

    @Test func aPageTokenThatEndedBeginsTheSweepAgain() {
        let detour = bluesky.detour(around: .rejected("x"), in: "notifications", after: "5<9|t", channel: sky)
        #expect(detour?.cursor == "5")
        #expect(bluesky.detour(around: .rejected("x"), in: "notifications", after: "5", channel: sky) == nil)
    }

    @Test func chatsTellMessagesReactionsAndDeletes() throws {
        let body = """
            {"cursor":"c2","logs":[
            {"$type":"chat.bsky.convo.defs#logCreateMessage","rev":"1","convoId":"k","message":{"id":"m1","text":"Hi",
             "sender":{"did":"did:plc:ana"},"sentAt":"2026-11-22T09:00:00Z"}},
            {"$type":"chat.bsky.convo.defs#logCreateMessage","rev":"2","convoId":"k","message":{"id":"m2","text":"Yes?",
             "sender":{"did":"did:plc:us"},"sentAt":"2026-11-22T09:01:00Z"}},
            {"$type":"chat.bsky.convo.defs#logRemoveReaction","rev":"3","convoId":"k","message":{"id":"m1"},
            "reaction":{"value":"👍","sender":{"did":"did:plc:ana"}}},
            {"$type":"chat.bsky.convo.defs#logDeleteMessage","rev":"3","convoId":"k","message":{"id":"m1"}},
            {"$type":"chat.bsky.convo.defs#logOfTomorrow","rev":"4"}]}
            """
        let page = try page(body, of: "chat", after: "c1")
        #expect(page.cursor == "c2" && page.hasMore && page.decoded.skipped == ["logOfTomorrow"])
        guard case .message(let first) = page.decoded.items[0].change,
            case .echo(let second) = page.decoded.items[1].change,
            case .reaction(let taken) = page.decoded.items[2].change, taken.target == "m1", taken.symbol == nil,
            case .delete("m1", nil) = page.decoded.items[3].change
        else {
            Issue.record("expected a message, an echo, a reaction taken back and a delete")
            return
        }
        #expect(first.conversation == second.conversation && first.isPrivate)
    }
}

@Suite struct AnsweringOnBluesky {
    private func reply(_ text: String, isPrivate: Bool = false, id: String = "out-1") -> Outgoing {
        Outgoing(
            id: id,
            text: text,
            target: .init(
                messageID: "at://did:plc:ana/app.bsky.feed.post/a",
                kind: .mention,
                isPrivate: isPrivate,
                visibility: nil,
                thread: isPrivate ? "convo" : "at://r",
                author: Author(id: "did:plc:ana", handle: "@ana.example"),
                sentAt: Instant(seconds: 1_790_000_000),
                context: isPrivate ? nil : ["cid": "ca", "root": "at://r", "root_cid": "cr"]
            ),
            writtenAt: Instant(seconds: 1_790_000_100)
        )
    }

    private func body(_ outgoing: Outgoing) throws -> String {
        String(decoding: try bluesky.request(for: outgoing, channel: sky).body, as: UTF8.self)
    }

    @Test func aReplyNamesRootAndParentWithTheirVersions() throws {
        let text = try body(reply("Hi"))
        #expect(text.contains(#""root":{"cid":"cr","uri":"at://r"}"#))
        #expect(text.contains(#""parent":{"cid":"ca","uri":"at://did:plc:ana/app.bsky.feed.post/a"}"#))
        #expect(text.contains(#""repo":"did:plc:us""#))
    }

    @Test func theSameAnswerHasTheSameKeyAndAnotherAnswerAnother() throws {
        #expect(try body(reply("Hi")) == body(reply("Hi")))
        let keys = Set(try (1...200).map { try body(reply("Hi", id: "out-\($0)")) })
        #expect(keys.count == 200)
        #expect(bluesky.isSafeToRepeat(reply("Hi"), channel: sky))
        #expect(!bluesky.isSafeToRepeat(reply("Hi", isPrivate: true), channel: sky))
    }

    @Test func placesOfLinksCountBytes() throws {
        let text = try body(reply("Grüße @ana.example: https://x.example/a."))
        #expect(text.contains(#""byteEnd":20,"byteStart":8"#) && text.contains(#""did":"did:plc:ana""#))
        #expect(text.contains(#""byteEnd":41,"byteStart":22"#) && text.contains(#""uri":"https://x.example/a""#))
    }

    @Test func chatsAreAnsweredThroughTheAccountsServer() throws {
        let request = try bluesky.request(for: reply("Hi", isPrivate: true), channel: sky)
        #expect(request.url == "https://bsky.social/xrpc/chat.bsky.convo.sendMessage")
        #expect(request.headers.value(of: "atproto-proxy") == "did:web:api.bsky.chat#bsky_chat")
    }

    @Test func threeHundredPeopleCountAsThreeHundred() {
        let limit = bluesky.capabilities(of: Network("bluesky")).textLimit
        #expect(limit?.length(of: String(repeating: "👩‍👩‍👧", count: 300)) == 300)
    }
}

@Suite struct BlueskySessions {
    private let now = Instant(seconds: 1_800_000_000)

    @Test func theFirstTimeIsALoginAndEveryOtherARefresh() throws {
        let login = try #require(try bluesky.renewal(of: sky))
        #expect(login.url.hasSuffix("createSession"))
        let body = """
            {"accessJwt":"a","refreshJwt":"r","did":"did:plc:us",
            "didDoc":{"service":[{"id":"#atproto_pds","serviceEndpoint":"https://pds.example"}]}}
            """
        let grant = try bluesky.renewed(
            HTTPResponse(status: 200, body: Array(body.utf8)),
            channel: sky,
            now: now
        )
        let refreshed = sky.with(grant)
        #expect(try bluesky.renewal(of: refreshed)?.url == "https://pds.example/xrpc/com.atproto.server.refreshSession")
        #expect(grant.description == "grant of refresh_token, token")
    }

    @Test(arguments: [
        (400, #"{"error":"ExpiredToken","message":"Token has expired"}"#, "reconnect needed"),
        (400, #"{"error":"InvalidRequest","message":"bad"}"#, "rejected"), (401, "revoked token", "reconnect needed"),
        (500, "500 Internal Server Error", "unavailable"), (502, #"{"error":"UpstreamFailure"}"#, "unavailable"),
        (429, #"{"error":"RateLimitExceeded"}"#, "rate limited"),
    ])
    func anErrorSaysWhatToDo(status: Int, body: String, meaning: String) {
        let response = HTTPResponse(status: status, body: Array(body.utf8))
        let failure = bluesky.failure(in: response, channel: sky, now: now)
        #expect(failure?.description.hasPrefix(meaning) == true)
    }
}
