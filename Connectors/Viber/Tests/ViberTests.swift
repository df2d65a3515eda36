import HarkCore
import HarkViber
import Testing

struct ViberTests {
    static let channel = Channel(
        id: Channel.ID("acme-viber"),
        network: Network("viber"),
        account: "acme",
        settings: ["sender": "Acme"],
        secrets: ["token": Secret("t0ken")]
    )

    func decode(_ body: String) throws -> Decoded {
        try ViberConnector().decode(Array(body.utf8), headers: [], channel: Self.channel)
    }

    @Test(arguments: ["18446744073709551615", "\"18446744073709551615\""])
    func aTokenOfSixtyFourBitsStaysWhole(_ token: String) throws {
        let decoded = try decode(
            #"{"event":"message","timestamp":1457764197627,"message_token":\#(token),"sender":{"id":"a="},"message":{"type":"text","text":"HI!"}}"#
        )
        guard case .message(let draft) = try #require(decoded.items.first).change else {
            Issue.record("no message")
            return
        }
        #expect(draft.id == "18446744073709551615" && draft.text == "HI!" && draft.thread == "a=")
    }

    @Test func receiptsAreStatesAndVisitsAreSkipped() throws {
        let seen = try decode(#"{"event":"seen","timestamp":1457764197627,"message_token":"5","user_id":"a="}"#)
        #expect(
            seen.items.map(\.change) == [
                .status(
                    DeliveryReport(id: "5", recipient: "a=", state: .read, at: Instant(milliseconds: 1_457_764_197_627))
                )
            ]
        )
        #expect(try decode(#"{"event":"subscribed"}"#).skipped == ["subscribed"])
        #expect(throws: DecodingFailure.self) { try decode(#"{"timestamp":1}"#) }
    }

    @Test(arguments: [
        (2, "reconnect"), (6, "rejected"), (10, "misconfigured"), (12, "rate limited"), (7, "not allowed"),
    ])
    func theStatusInTheBodyDecides(_ status: Int, _ name: String) {
        let body = Array(#"{"status":\#(status),"status_message":"no t0ken"}"#.utf8)
        let failure = ViberConnector().failure(
            in: HTTPResponse(status: 200, body: body),
            channel: Self.channel,
            now: Instant(seconds: 1)
        )
        #expect("\(String(describing: failure))".contains(name))
        #expect(!"\(String(describing: failure))".contains("t0ken"))
    }
}
