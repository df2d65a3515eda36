import HarkCore
import HarkMastodon
import Testing

@Suite struct AnsweringOnMastodon {
    private func reply(_ text: String, visibility: String?, isPrivate: Bool, handle: String? = "@ana@far.example")
        -> Outgoing
    {
        Outgoing(
            id: "out-1",
            text: text,
            target: .init(
                messageID: "101",
                kind: .mention,
                isPrivate: isPrivate,
                visibility: visibility,
                thread: nil,
                author: handle.map { Author(id: "9", handle: $0) },
                sentAt: Instant(seconds: 0)
            )
        )
    }

    private func body(_ outgoing: Outgoing) throws -> String {
        String(decoding: try mastodon.request(for: outgoing, channel: channel()).body, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("public", false, "public"), ("unlisted", false, "unlisted"), ("private", true, "private"),
            ("direct", true, "direct"), (nil, true, "direct"), (nil, false, "unlisted"), ("public", true, "direct"),
            ("local-only", true, "direct"),
        ] as [(String?, Bool, String)]
    )
    func anAnswerIsNeverMorePublicThanTheQuestion(asked: String?, isPrivate: Bool, answered: String) throws {
        #expect(
            try body(reply("Hi", visibility: asked, isPrivate: isPrivate)).contains(#""visibility":"\#(answered)""#)
        )
    }

    @Test(arguments: [
        ("Hi", "@ana@far.example", "@ana@far.example Hi"),
        ("Hi @Ana@far.example!", "@ana@far.example", "Hi @Ana@far.example!"),
        ("Hi @ana@far.example.", "@ana@far.example", "Hi @ana@far.example."),
        ("Hi @anabel@far.example", "@ana@far.example", "@ana@far.example Hi @anabel@far.example"),
        ("Hi @ana", "@ana@social.example", "Hi @ana"), ("Hi", "@ana@social.example", "@ana Hi"),
    ])
    func anAnswerNamesWhomItIsFor(text: String, handle: String, sent: String) throws {
        #expect(
            try body(reply(text, visibility: "public", isPrivate: false, handle: handle)).contains(
                #""status":"\#(sent)""#
            )
        )
    }

    @Test func aPrivateAnswerToNobodyIsRefusedBeforeItLeaves() {
        #expect(throws: ConnectorFailure.self) {
            try body(reply("Hi", visibility: "direct", isPrivate: true, handle: nil))
        }
    }

    @Test func theSameOutgoingCarriesTheSameKey() throws {
        let outgoing = reply("Hi", visibility: "public", isPrivate: false)
        let request = try mastodon.request(for: outgoing, channel: channel())
        #expect(request.headers.value(of: "idempotency-key") == "out-1")
        #expect(try mastodon.request(for: outgoing, channel: channel()) == request)
    }

    @Test func theReceiptNamesTheNewPost() throws {
        let outgoing = reply("Hi", visibility: "public", isPrivate: false)
        let receipt = try mastodon.receipt(
            answer(#"{"id":"200","url":"https://x"}"#),
            for: outgoing,
            channel: channel()
        )
        #expect(receipt == Receipt(messageID: "200", url: "https://x"))
    }
}

@Suite struct MastodonRefusals {
    private let now = Instant(seconds: 1_000_000)

    @Test(arguments: [
        (401, "reconnect needed"), (403, "not allowed"), (404, "not found"), (422, "rejected"), (400, "rejected"),
        (503, "unavailable"), (301, "misconfigured"), (429, "rate limited until 1970-01-12T13:47:40.000Z"),
    ])
    func aStatusSaysWhatToDo(status: Int, meaning: String) {
        let failure = mastodon.failure(in: answer(#"{"error":"No"}"#, status: status), channel: channel(), now: now)
        #expect(failure?.description.hasPrefix(meaning) == true)
    }

    @Test func aRateLimitLastsUntilTheServersDate() {
        let reset = HTTPField("X-RateLimit-Reset", "1970-01-12T14:00:00.865584Z")
        let failure = mastodon.failure(in: answer("", status: 429, headers: [reset]), channel: channel(), now: now)
        #expect(failure == .rateLimited(until: Instant(milliseconds: 1_000_800_865), "HTTP 429"))
    }

    @Test func aReasonHasNoTokenNoControlCharactersAndAnEnd() throws {
        let error = "bad hush-hush\\u001b[31m\\u202e" + String(repeating: "x", count: 500)
        let failure = mastodon.failure(in: answer(#"{"error":"\#(error)"}"#, status: 422), channel: channel(), now: now)
        let reason = try #require(failure?.reason)
        #expect(!reason.contains("hush-hush") && !reason.contains("\u{1b}") && !reason.contains("\u{202e}"))
        #expect(reason.count < 220)
    }
}
