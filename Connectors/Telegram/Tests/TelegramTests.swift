import HarkCore
import HarkTelegram
import Testing

private let telegram = TelegramConnector()

private func channel(_ settings: [String: String] = [:]) -> Channel {
    Channel(
        id: Channel.ID("tg"),
        network: Network("telegram"),
        account: "@acme_bot",
        settings: settings,
        secrets: ["token": Secret("123:hush-Hush_1"), "webhook_secret": Secret("webhook-hush")]
    )
}

private func answer(_ body: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: Array(body.utf8))
}

private func message(_ number: Int, in chat: String = #"{"id":77,"type":"private"}"#, _ more: String) -> String {
    #"{"message_id":\#(number),"date":1795000000,"from":{"id":77,"is_bot":false,"first_name":"Ana"},"chat":\#(chat),\#(more)}"#
}

private func decode(_ kind: String, _ json: String) throws -> Decoded {
    try telegram.decode(Array(#"{"update_id":5,"\#(kind)":\#(json)}"#.utf8), headers: [], channel: channel())
}

private func draft(_ decoded: Decoded) throws -> Draft {
    switch try #require(decoded.items.first).change {
    case .message(let draft), .echo(let draft), .edit(let draft): return draft
    case .delete, .status, .reaction: throw DecodingFailure("no message")
    }
}

@Suite struct GatheringTelegram {
    @Test func aPollWaitsAtTheServerAndItsClientLonger() throws {
        let request = try telegram.request(for: "updates", after: "8", channel: channel(["long_poll_seconds": "7"]))
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#""offset":8"#) && body.contains(#""timeout":7"#) && body.contains("message_reaction"))
        #expect(request.timeout >= .seconds(17))
    }

    @Test func aMessageWithoutATimeHasTheDeliverys() throws {
        let body = Array(#"{"message":{"message_id":"1","chat":{"id":"77"},"text":"hi"}}"#.utf8)
        let arrived = Instant(seconds: 1_795_000_060)
        let given = try draft(telegram.decode(body, headers: .arrived(at: arrived), channel: channel()))
        #expect(given.sentAt == arrived && given.text == "hi")
        #expect(try telegram.decode(body, headers: [], channel: channel()).malformed.count == 1)
    }

    @Test func aTapSaysWhatTheButtonSaysAndCanBeAnswered() throws {
        let keys =
            #""text":"Which?","reply_markup":{"inline_keyboard":[[{"text":"The red one","callback_data":"r1"}]]}"#
        let from = #"{"id":78,"first_name":"Ben"}"#
        let tap = #"{"id":"9001","from":\#(from),"message":\#(message(4, keys)),"chat_instance":"c","data":"r1"}"#
        let body = Array(#"{"update_id":5,"callback_query":\#(tap)}"#.utf8)
        let arrived = Instant(seconds: 1_795_000_060)
        let tapped = try draft(telegram.decode(body, headers: .arrived(at: arrived), channel: channel()))
        #expect(tapped.id == "77:4#9001" && tapped.parent == "77:4" && tapped.author?.id == "78")
        #expect(tapped.text == "The red one" && tapped.postback == "r1" && tapped.sentAt == arrived)
        let target = Outgoing.Target(
            messageID: tapped.id,
            kind: tapped.kind,
            isPrivate: true,
            visibility: nil,
            thread: tapped.thread,
            author: tapped.author,
            sentAt: tapped.sentAt
        )
        let reply = try telegram.request(for: Outgoing(id: "o", text: "Good.", target: target), channel: channel())
        #expect(String(decoding: reply.body, as: UTF8.self).contains(#""chat_id":77"#))
        // A game, or a message that went out through the bot elsewhere: nobody said anything here.
        let odd = #"{"id":"9002","from":\#(from),"inline_message_id":"x","data":"r1"}"#
        #expect(try decode("callback_query", odd).skipped == ["callback_query without words"])
    }

    @Test func theCursorFollowsTheLastUpdateEvenWhenNumbersStartAgainLower() throws {
        let body =
            #"{"ok":true,"result":[{"update_id":900,"message":\#(message(1, #""text":"a""#))},{"update_id":12,"poll":{}}]}"#
        let page = try telegram.page(answer(body), of: "updates", after: "900", channel: channel())
        #expect(page.cursor == "13")
        #expect(page.hasMore)
        #expect(page.decoded.skipped == ["poll"])
    }

    @Test func nothingNewKeepsTheCursor() throws {
        let page = try telegram.page(answer(#"{"ok":true,"result":[]}"#), of: "updates", after: "9", channel: channel())
        #expect(page == Page(decoded: Decoded(), cursor: nil, hasMore: false))
    }

    @Test func oneBadUpdateOfTenCostsOnlyItself() throws {
        let good = (1...9).map { #"{"update_id":\#($0),"message":\#(message($0, #""text":"a""#))}"# }
        let all = ([#"{"update_id":10,"message":{"date":1}}"#] + good).joined(separator: ",")
        let page = try telegram.page(
            answer(#"{"ok":true,"result":[\#(all)]}"#),
            of: "updates",
            after: nil,
            channel: channel()
        )
        #expect(page.decoded.items.count == 9)
        #expect(page.decoded.malformed.count == 1)
    }

    @Test func aChannelGathersInOneWayOnly() {
        #expect(telegram.feeds(of: channel()) == ["updates"])
        #expect(telegram.feeds(of: channel(["mode": "webhook"])).isEmpty)
        #expect(telegram.problems(of: channel(["mode": "both"])).count == 1)
    }

    @Test(arguments: ["", "[]", "7", "{}", #"{"update_id":"#])
    func whatIsNoUpdateIsUndecoded(body: String) {
        #expect(throws: DecodingFailure.self) {
            try telegram.decode(Array(body.utf8), headers: [], channel: channel())
        }
    }
}

@Suite struct ReadingTelegram {
    @Test func aPrivateChatIsAPersonAndATopicAThread() throws {
        let direct = try draft(decode("message", message(1, #""text":"Hi""#)))
        #expect(direct.id == "77:1" && direct.conversation == .person("77") && direct.isPrivate)
        let forum = #"{"id":-100,"type":"supergroup"}"#
        let topic = try draft(
            decode("message", message(2, in: forum, #""text":"Hi","message_thread_id":4,"is_topic_message":true"#))
        )
        #expect(topic.conversation == .thread("-100:4") && topic.kind == .chat && !topic.isPrivate)
    }

    @Test func editsAndBusinessDeletesAreTold() throws {
        let edited = try decode("edited_message", message(1, #""text":"Hi again","edit_date":1795000009"#))
        guard case .edit(let draft) = edited.items.first?.change else {
            Issue.record("expected an edit")
            return
        }
        #expect(draft.id == "77:1" && draft.text == "Hi again")
        let deleted = try decode(
            "deleted_business_messages",
            #"{"business_connection_id":"b","chat":{"id":77,"type":"private"},"message_ids":[3,4]}"#
        )
        #expect(deleted.items.map(\.change) == [.delete(id: "77:3@b", at: nil), .delete(id: "77:4@b", at: nil)])
    }

    @Test func theOwnersOwnBusinessMessageIsAnEcho() throws {
        let own = message(1, in: #"{"id":88,"type":"private"}"#, #""text":"Hi","business_connection_id":"b""#)
        guard case .echo(let echo) = try decode("business_message", own).items.first?.change else {
            Issue.record("expected an echo")
            return
        }
        #expect(echo.recipient?.id == "88" && echo.id == "88:1@b")
    }

    @Test func eachThingIsOneAttachment() throws {
        let photo = #""photo":[{"file_id":"s"},{"file_id":"l"}],"caption":"see""#
        #expect(try draft(decode("message", message(1, photo))).attachments.map(\.reference) == ["l"])
        let film = #""animation":{"file_id":"a"},"document":{"file_id":"a"}"#
        #expect(try draft(decode("message", message(1, film))).attachments.map(\.kind) == [.video])
    }

    @Test func oddMembersCostNoMessage() throws {
        let odd = #"""
            {"message_id":"7","date":"1795000000","chat":{"id":"77","title":3},"from":{"id":"77","first_name":null},
            "reply_to_message":5,"photo":{"file_id":1},"location":null,"text":"Hi"}
            """#
        let draft = try draft(decode("message", odd))
        #expect(
            draft.id == "77:7" && draft.text == "Hi" && draft.author?.id == "77" && draft.conversation == .person("77")
        )
        #expect(draft.attachments.isEmpty && draft.sentAt == Instant(seconds: 1_795_000_000))
    }

    @Test(arguments: [
        (#""dice":{"emoji":"🎲","value":4}"#, "🎲 4"), (#""checklist":{"title":"To do","tasks":[]}"#, "To do"),
        (#""game":{"title":"Lumberjack"}"#, "Lumberjack"), (#""poll":{"question":"When?"}"#, "When?"),
    ])
    func whatHasNoFileIsNamed(content: String, note: String) throws {
        #expect(try draft(decode("message", message(1, content))).attachments.map(\.note) == [note])
    }

    @Test func aMessageWithLayoutIsItsWords() throws {
        let rich = #"""
            "rich_message":{"blocks":[{"type":"heading","text":"Order"},{"type":"paragraph","text":["is ",{"type":"bold",
            "text":"late"}]},{"type":"list","items":[{"label":"1.","blocks":[{"type":"paragraph","text":"4711"}]}]}]}
            """#
        #expect(try draft(decode("message", message(1, rich))).text == "Order\nis late\n1.\n4711")
    }

    @Test func serviceMessagesAreSkippedByName() throws {
        #expect(try decode("message", message(1, #""new_chat_title":"x""#)).skipped == ["new_chat_title"])
        #expect(try decode("something_of_tomorrow", "{}").skipped == ["something_of_tomorrow"])
    }
}

@Suite struct AnsweringOnTelegram {
    private func reply(_ id: String, thread: String? = nil) -> Outgoing {
        Outgoing(
            id: "o",
            text: "Hi",
            target: .init(
                messageID: id,
                kind: .chat,
                isPrivate: false,
                visibility: nil,
                thread: thread,
                author: nil,
                sentAt: Instant(seconds: 0)
            )
        )
    }

    @Test func anAnswerStaysInItsTopicAndItsConnection() throws {
        let request = try telegram.request(for: reply("-100:5@b", thread: "-100:4@b"), channel: channel())
        let body = String(decoding: request.body, as: UTF8.self)
        for part in [
            #""chat_id":-100"#, #""message_id":5"#, #""allow_sending_without_reply":true"#, #""message_thread_id":4"#,
            #""business_connection_id":"b""#,
        ] { #expect(body.contains(part)) }
    }

    @Test func theReceiptCanBeAnsweredAgain() throws {
        let sent = answer(#"{"ok":true,"result":{"message_id":9,"date":1,"chat":{"id":77,"type":"private"}}}"#)
        #expect(try telegram.receipt(sent, for: reply("77:1"), channel: channel()).messageID == "77:9")
    }

    @Test(arguments: ["", "x", "1:2:3", "77"])
    func anIdOfAnotherNetworkIsRefused(id: String) {
        #expect(throws: ConnectorFailure.self) { try telegram.request(for: reply(id), channel: channel()) }
    }
}

@Suite struct TelegramRefusals {
    @Test(arguments: [
        (401, "Unauthorized", "reconnect needed"), (404, "Not Found", "misconfigured"),
        (409, "Conflict: can't use getUpdates method while webhook is active", "misconfigured: a webhook is set"),
        (409, "Conflict: terminated by other getUpdates request", "unavailable: another program"),
        (403, "Forbidden: bot was blocked by the user", "rejected"), (400, "Bad Request: chat not found", "rejected"),
        (502, "Bad Gateway", "unavailable"),
    ])
    func aRefusalSaysWhatToDo(code: Int, text: String, meaning: String) {
        let body = #"{"ok":false,"error_code":\#(code),"description":"\#(text)"}"#
        let failure = telegram.failure(in: answer(body, status: code), channel: channel(), now: Instant(seconds: 0))
        #expect(failure?.description.hasPrefix(meaning) == true)
    }

    @Test func aRateLimitLastsAsLongAsTelegramSays() {
        let body = #"{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}"#
        let failure = telegram.failure(in: answer(body, status: 429), channel: channel(), now: Instant(seconds: 0))
        #expect(failure == .rateLimited(until: Instant(seconds: 7), "Too Many Requests"))
    }

    @Test func noReasonHoldsTheToken() {
        let body = #"{"ok":false,"error_code":400,"description":"bad url /bot123:hush-Hush_1/x"}"#
        let failure = telegram.failure(in: answer(body, status: 400), channel: channel(), now: Instant(seconds: 0))
        #expect(failure?.description.contains("hush") == false)
    }
}
