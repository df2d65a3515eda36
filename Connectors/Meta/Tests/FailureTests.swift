import HarkCore
import HarkMeta
import Testing

struct FailureTests {
    private let now = Instant(seconds: 1000)

    private func read(_ error: String, status: Int = 400, headers: [HTTPField] = []) -> ConnectorFailure? {
        MetaConnector().failure(
            in: HTTPResponse(status: status, headers: headers, body: Array(#"{"error":{\#(error)}}"#.utf8)),
            channel: Sample.channel("messenger"),
            now: now
        )
    }

    @Test(
        "the code decides, not the status",
        arguments: [
            (#""code":190,"error_subcode":460"#, "reconnect needed"),
            (#""code":102"#, "reconnect needed"),
            (#""code":10,"error_subcode":2018278"#, "rejected: outside the 24-hour window"),
            (#""code":10,"error_subcode":2534022"#, "rejected: outside the 24-hour window"),
            (#""code":131047"#, "rejected: outside the 24-hour window"),
            (#""code":10"#, "not allowed"),
            (#""code":3"#, "not allowed"),
            (#""code":200"#, "not allowed"),
            (#""code":299"#, "not allowed"),
            (#""code":368"#, "not allowed"),
            (#""code":100"#, "rejected"),
            (#""code":100,"error_subcode":33"#, "not found"),
            (#""code":131026"#, "rejected"),
            (#""code":551"#, "rejected"),
            (#""code":1"#, "unavailable"),
            (#""code":2"#, "unavailable"),
            (#""code":9999,"is_transient":true"#, "unavailable"),
            (#""code":9999"#, "rejected"),
            (#""code":4"#, "rate limited"),
            (#""code":17"#, "rate limited"),
            (#""code":"32""#, "rate limited"),
            (#""code":613"#, "rate limited"),
            (#""code":80001"#, "rate limited"),
            (#""code":80007"#, "rate limited"),
            (#""code":130429"#, "rate limited"),
        ]
    )
    func meaning(_ error: String, _ meaning: String) throws {
        let failure = try #require(read(error))
        #expect(failure.description.hasPrefix(meaning))
    }

    @Test func theLongestBlockThatMetaNamesIsWaitedFor() {
        let usage =
            #"{"1":[{"type":"pages","estimated_time_to_regain_access":3}],"2":[{"estimated_time_to_regain_access":19}]}"#
        let limited = read(
            #""code":80001,"message":"busy""#,
            headers: [HTTPField("x-business-use-case-usage", usage)]
        )
        #expect(limited == .rateLimited(until: now + .minutes(19), "busy (Meta error 80001)"))
    }

    @Test func theSamePersonTakesOneMessageInSixSeconds() {
        #expect(read(#""code":131056"#) == .rateLimited(until: now + .seconds(6), "Meta error 131056"))
    }

    @Test func noReasonQuotesTheToken() throws {
        for code in [190, 100] {
            let failure = try #require(read(#""code":\#(code),"message":"Malformed access token EAAtoken""#))
            #expect(!failure.description.contains("EAAtoken"))
        }
    }

    @Test func anAnswerWithoutAnErrorObjectIsJudgedByItsStatus() {
        let channel = Sample.channel("messenger")
        let meta = MetaConnector()
        #expect(meta.failure(in: HTTPResponse(status: 200, body: Array("{}".utf8)), channel: channel, now: now) == nil)
        #expect(
            meta.failure(in: HTTPResponse(status: 502), channel: channel, now: now) == .unavailable("HTTP 502")
        )
    }

    @Test(
        arguments: [
            (["hub.mode": "subscribe", "hub.verify_token": "verify", "hub.challenge": "42"], "42"),
            (["hub.mode": "subscribe", "hub.verify_token": "other", "hub.challenge": "42"], nil),
            (["hub.verify_token": "verify", "hub.challenge": "42"], nil),
            ([:], nil),
        ] as [([String: String], String?)]
    )
    func theHandshakeAnswersOnlyWhoKnowsTheToken(_ query: [String: String], _ answer: String?) {
        #expect(
            MetaConnector().handshake(query: query, channel: Sample.channel("messenger"))
                == answer.map(WebhookAnswer.text)
        )
    }
}
