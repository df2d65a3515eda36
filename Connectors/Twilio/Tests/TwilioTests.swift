import HarkCore
import HarkTwilio
import Testing

struct TwilioTests {
    static let channel = Channel(
        id: Channel.ID("sms"),
        network: Network("twilio"),
        account: "+1800",
        settings: ["account_sid": "AC1", "webhook_url": "https://hark.example/webhooks/sms"],
        secrets: ["token": Secret("t0ken")]
    )
    let twilio = TwilioConnector()

    func decode(_ form: String) throws -> Decoded {
        try twilio.decode(
            Array(form.utf8),
            headers: .arrived(at: Instant(seconds: 1_700_000_000)),
            channel: Self.channel
        )
    }

    @Test func anotherProductsEventIsSkippedByName() throws {
        let event = "EventType=onMessageAdded&ConversationSid=CH1&MessageSid=IM1&Author=ana&Body=hi"
        #expect(try decode(event) == Decoded(skipped: ["onMessageAdded"]))
    }

    @Test func aMessageIsDatedWhenItArrives() throws {
        let decoded = try decode(
            "MessageSid=SM1&From=%2B1415&To=%2B1800&Body=a+b%26c&NumMedia=1&MediaUrl0=https%3A%2F%2Fx&MediaContentType0=image%2Fpng"
        )
        guard case .message(let draft) = try #require(decoded.items.first).change else {
            Issue.record("no message")
            return
        }
        #expect(draft.text == "a b&c" && draft.author?.id == "+1415" && draft.thread == "+1800/+1415")
        #expect(draft.sentAt == Instant(seconds: 1_700_000_000))
        #expect(draft.attachments == [Attachment(kind: .image, url: "https://x", mediaType: "image/png")])
    }

    @Test func aStateOfOurMessageIsNoMessage() throws {
        let failed = try decode("MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003&To=%2B1415")
        guard case .status(let report) = try #require(failed.items.first).change else {
            Issue.record("no status")
            return
        }
        #expect(report.state == .failed && report.reason == "Twilio error 30003")
        #expect(try decode("MessageSid=SM1&MessageStatus=queued").skipped == ["status queued"])
        #expect(throws: DecodingFailure.self) { try decode("a=b") }
    }

    @Test func anAnswerLeavesFromTheNumberThatWasWrittenTo() throws {
        let target = Outgoing.Target(
            messageID: "SM1",
            kind: .direct,
            isPrivate: true,
            visibility: nil,
            thread: "whatsapp:+1800/whatsapp:+1415",
            author: Author(id: "whatsapp:+1415"),
            sentAt: Instant(seconds: 1)
        )
        let request = try twilio.request(
            for: Outgoing(id: "o", text: "ja & nein", target: target),
            channel: Self.channel
        )
        #expect(request.url == "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json")
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.hasPrefix("To=whatsapp%3A%2B1415&From=whatsapp%3A%2B1800&Body=ja%20%26%20nein"))
        #expect(!request.url.contains("t0ken") && !body.contains("t0ken"))
    }
}
