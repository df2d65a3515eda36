import HarkCore
import HarkDiscord
import Testing

struct DiscordTests {
    static let channel = Channel(
        id: Channel.ID("acme-discord"),
        network: Network("discord"),
        account: "900",
        settings: ["channels": "10, 11", "direct": "12"],
        secrets: ["token": Secret("t0ken"), "public_key": Secret("ab")]
    )

    private func page(_ messages: String, of feed: String = "channel:10", after cursor: String? = nil) throws -> Page {
        try DiscordConnector().page(
            HTTPResponse(status: 200, body: Array("[\(messages)]".utf8)),
            of: feed,
            after: cursor,
            channel: Self.channel
        )
    }

    private func drafts(_ decoded: Decoded) -> [Draft] {
        decoded.items.compactMap { if case .message(let draft) = $0.change { draft } else { nil } }
    }

    @Test func everyNamedPlaceIsAFeed() {
        var channel = Self.channel
        channel.settings["recheck"] = "0"
        #expect(DiscordConnector().feeds(of: channel) == ["channel:10", "channel:11", "channel:12"])
        channel.settings = ["channels": "10", "guild": "1"]
        #expect(DiscordConnector().feeds(of: channel) == ["channel:10", "revisions:10", "threads"])
        channel.settings["recheck"] = "many"
        #expect(DiscordConnector().problems(of: channel).count == 1)
    }

    @Test func pagesGoForwardFromTheNewestKnownIdOrFromTheFloor() throws {
        let connector = DiscordConnector()
        let next = try connector.request(for: "channel:10", after: "77", channel: Self.channel)
        #expect(next.url == "https://discord.com/api/v10/channels/10/messages?limit=100&after=77")
        var channel = Self.channel
        channel.backfillFloor = Instant(milliseconds: 1_420_070_400_001)
        let first = try connector.request(for: "channel:10", after: nil, channel: channel)
        #expect(first.url.hasSuffix("?limit=100&after=4194304"), "the first id of that millisecond")
        #expect(first.headers.value(of: "User-Agent")?.hasPrefix("DiscordBot (") == true)
    }

    @Test func aPageComesOutOldestFirstAndTheNewestIdIsTheCursor() throws {
        let page = try page(
            #"""
            {"id":"30","channel_id":"10","author":{"id":"5","username":"kim"},"content":"<@900> still","timestamp":"2026-01-02T03:04:05.000000+00:00","mentions":[{"id":"900"}],"message_reference":{"message_id":"29"}},
            7,
            {"id":"29","channel_id":"10","author":{"id":"5"},"content":"","type":7},
            {"id":28,"channel_id":10,"author":{"id":5},"content":"hello"}
            """#
        )
        #expect(page.cursor == "30" && !page.hasMore)
        #expect(page.decoded.malformed.count == 1 && page.decoded.skipped == ["system message 7"])
        let drafts = drafts(page.decoded)
        #expect(drafts.map(\.id) == ["28", "30"])
        #expect(drafts.map(\.kind) == [.chat, .mention])
        #expect(Set(drafts.map(\.conversation)) == [.thread("10|5")])
        #expect(drafts[1].parent == "29" && drafts[1].sentAt == Instant("2026-01-02T03:04:05Z"))
        #expect(drafts[0].sentAt == Instant(milliseconds: 1_420_070_400_000), "without a time the id tells it")
    }

    @Test func stickersPollsAndWhatWasPassedOnAreSeen() throws {
        let page = try page(
            #"""
            {"id":"32","channel_id":"10","author":{"id":"5"},"content":"","poll":{"question":{"text":"When?"}}},
            {"id":"31","channel_id":"10","author":{"id":"5"},"content":"","sticker_items":[7,{"id":"9","name":"Wave"}]},
            {"id":"30","channel_id":"10","author":{"id":"5"},"content":"","message_reference":{"type":1,"message_id":"4"},
            "message_snapshots":[{"message":{"content":"from afar","attachments":[{"id":"1","filename":"a.png"}]}}]}
            """#
        )
        let drafts = drafts(page.decoded)
        #expect(drafts[0].text == "from afar" && drafts[0].parent == nil && drafts[0].attachments.count == 1)
        #expect(drafts[1].attachments.map(\.kind) == [.sticker] && !drafts[1].isUnsupported)
        #expect(drafts[2].attachments.map(\.note) == ["When?"])
    }

    @Test func aNamedPrivateChatIsDirectAndOurOwnWordsAreAnEcho() throws {
        let page = try page(
            #"{"id":"31","channel_id":"12","author":{"id":"900"},"content":"hi"},{"id":"30","channel_id":"12","author":{"id":"5"},"content":"hi"}"#,
            of: "channel:12"
        )
        let drafts = drafts(page.decoded)
        #expect(drafts.map(\.kind) == [.direct] && drafts[0].conversation == .person("12") && drafts[0].isPrivate)
        guard case .echo = page.decoded.items.last?.change else {
            Issue.record("our own message is no echo")
            return
        }
    }

    @Test func anEmptyPageKeepsTheCursor() throws {
        #expect(try page("", after: "30").cursor == "30")
    }

    @Test func aPingIsAnsweredAsDiscordWantsItAndStoresNothing() throws {
        let connector = DiscordConnector()
        for (body, answer) in [
            (#"{"type":1,"version":1}"#, WebhookAnswer([.text(#"{"type":1}"#)])),
            (#"{"type":0,"application_id":"1"}"#, .nothing),
        ] {
            let bytes = Array(body.utf8)
            #expect(connector.greeting(bytes, channel: Self.channel) == nil, "nothing is said before the signature")
            #expect(connector.answer(to: bytes, channel: Self.channel) == answer)
            #expect(try connector.decode(bytes, headers: [], channel: Self.channel) == Decoded(skipped: ["ping"]))
        }
    }

    @Test func aGamesMessagesComeByWebhookAndOtherEventsAreLeftOutByName() throws {
        func decode(_ type: String) throws -> Decoded {
            let body =
                #"{"type":1,"event":{"type":"\#(type)","timestamp":"2026-01-02T03:04:05.5","data":{"id":"40","channel_id":"9","author":{},"content":"gg"}}}"#
            return try DiscordConnector().decode(Array(body.utf8), headers: [], channel: Self.channel)
        }
        let direct = drafts(try decode("GAME_DIRECT_MESSAGE_CREATE"))
        #expect(direct.map(\.kind) == [.direct] && direct[0].author == nil)
        guard case .edit(let edit) = try decode("LOBBY_MESSAGE_UPDATE").items.first?.change else {
            Issue.record("an update is no edit")
            return
        }
        #expect((edit.id, edit.text) == ("40", "gg"))
        #expect(
            try decode("LOBBY_MESSAGE_DELETE").items.map(\.change)
                == [.delete(id: "40", at: Instant("2026-01-02T03:04:05.5Z"))]
        )
        #expect(try decode("ENTITLEMENT_CREATE").skipped == ["ENTITLEMENT_CREATE"])
    }

    @Test func anAnswerIsAReplyThatNamesNobodyElse() throws {
        let reply = Outgoing(
            id: "0123456789abcdef0123456789abcdef",
            text: "@everyone hi",
            target: .init(
                messageID: "30",
                kind: .chat,
                isPrivate: false,
                visibility: nil,
                thread: "10",
                author: Author(id: "5"),
                sentAt: Instant(seconds: 1)
            )
        )
        let request = try DiscordConnector().request(for: reply, channel: Self.channel)
        #expect(request.url == "https://discord.com/api/v10/channels/10/messages")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"allowed_mentions":{"parse":[],"replied_user":true},"content":"@everyone hi","enforce_nonce":true,"message_reference":{"fail_if_not_exists":false,"message_id":"30"},"nonce":"0123456789abcdef012345678"}"#
        )
    }

    @Test(arguments: [
        (401, #"{"message":"401: Unauthorized","code":0}"#, "reconnect needed: 401: Unauthorized"),
        (403, #"{"message":"Missing Access","code":50001}"#, "not allowed: Missing Access (50001)"),
        (404, #"{"message":"Unknown Channel","code":10003}"#, "not found: Unknown Channel (10003)"),
        (400, #"{"message":"Invalid Form Body","code":50035}"#, "rejected: Invalid Form Body (50035)"),
        (
            429, #"{"message":"You are being rate limited.","retry_after":1.5,"global":false}"#,
            "rate limited until 1970-01-01T00:00:02.500Z: You are being rate limited."
        ),
    ])
    func aRefusalSaysWhatToDo(_ status: Int, _ body: String, _ failure: String) {
        let answer = HTTPResponse(status: status, body: Array(body.utf8))
        let said = DiscordConnector().failure(in: answer, channel: Self.channel, now: Instant(seconds: 1))
        #expect(said?.description == failure)
    }
}
