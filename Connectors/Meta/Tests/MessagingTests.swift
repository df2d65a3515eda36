import HarkCore
import HarkMeta
import Testing

struct MessagingTests {
    private let text = #""sender":{"id":"7"},"recipient":{"id":"100"},"timestamp":1700000000123"#

    @Test func aDirectMessageBelongsToThePersonAndTheAccount() throws {
        let decoded = try Sample.messaging(#"{\#(text),"message":{"mid":"m1","text":"Grüße 🙂"}}"#)
        let item = try #require(decoded.items.first)
        let draft = try Sample.draft(decoded)
        #expect(item.network == Network("messenger"))
        #expect(item.account == "100")
        #expect(draft.conversation == .person("7"))
        #expect(draft.thread == "100/7")
        #expect(draft.text == "Grüße 🙂")
        #expect(draft.sentAt == Instant(milliseconds: 1_700_000_000_123))
    }

    @Test func theSameShapeUnderInstagramIsInstagram() throws {
        let decoded = try Sample.messaging(#"{\#(text),"message":{"mid":"m1","text":"x"}}"#, object: "instagram")
        #expect(decoded.items.first?.network == Network("instagram"))
    }

    @Test func whatBearsNoTimeIsDatedWhenItCame() throws {
        let body =
            #"{"object":"page","entry":[{"id":"100","messaging":[{"sender":{"id":"7"},"recipient":{"id":"100"},"message":{"mid":"m","text":"x"}}]}]}"#
        let came = Instant(seconds: 1_700_000_000)
        let channel = Sample.channel("messenger")
        let decoded = try MetaConnector().decode(Array(body.utf8), headers: .arrived(at: came), channel: channel)
        #expect(try Sample.draft(decoded).sentAt == came)
    }

    @Test func theDashboardsTestIsAMessageAmongTheChanges() throws {
        let decoded = try Sample.change(
            "messages",
            #"{"sender":{"id":"7"},"recipient":{"id":"100"},"timestamp":"1700000000","message":{"mid":"m","text":"x"}}"#,
            object: "instagram",
            id: "0"
        )
        let item = try #require(decoded.items.first)
        #expect(item.network == Network("instagram") && item.account == "100")
        #expect(try Sample.draft(decoded).text == "x")
    }

    @Test(arguments: [#""id":"7""#, #""id":7"#, #""user_ref":7"#])
    func idsAreReadAsTextOrNumber(_ id: String) throws {
        let event =
            #"{"sender":{\#(id)},"recipient":{"id":100},"timestamp":"1700000000","message":{"mid":"m","text":"x"}}"#
        let draft = try Sample.draft(try Sample.messaging(event))
        #expect(draft.author?.id == "7")
        #expect(draft.sentAt == Instant(seconds: 1_700_000_000))
    }

    @Test func anEchoIsOursAndNamesTheCustomer() throws {
        let event =
            #"{"sender":{"id":"100"},"recipient":{"id":"7"},"timestamp":1,"message":{"mid":"m","is_echo":true,"text":"x"}}"#
        let decoded = try Sample.messaging(event, list: "standby")
        guard case .echo(let draft) = try #require(decoded.items.first).change else {
            Issue.record("an echo was read as something else")
            return
        }
        #expect(draft.recipient?.id == "7")
        #expect(draft.conversation == .person("7"))
        #expect(draft.thread == "100/7")
    }

    @Test func aPressWithoutAnIdGetsTheSameOneEachTime() throws {
        let event = #"{\#(text),"postback":{"title":"Help","payload":"HELP"}}"#
        let first = try Sample.draft(try Sample.messaging(event))
        #expect(first.id == "postback:7:1700000000123:HELP")
        #expect(first.postback == "HELP")
        #expect(first.text == "Help")
        #expect(try Sample.draft(try Sample.messaging(event)) == first)
    }

    @Test func oneBadElementDoesNotSpoilTheOthers() throws {
        let good = #"{\#(text),"message":{"mid":"m1","text":"x"}}"#
        let decoded = try Sample.messaging(#"\#(good),"nonsense",{\#(text),"message":{"text":"no id"}},\#(good)"#)
        #expect(decoded.items.count == 2)
        #expect(decoded.malformed == ["messaging: not of the documented shape", "messaging: mid is missing"])
    }

    @Test(arguments: ["optin", "referral", "account_linking", "app_roles", "something_new"])
    func eventsWithoutAMessageAreSkippedByName(_ name: String) throws {
        let decoded = try Sample.messaging(#"{\#(text),"\#(name)":{"x":1}}"#)
        #expect(decoded == Decoded(skipped: [name]))
    }

    @Test func receiptsCarryIdsOrAWatermark() throws {
        let delivered = try Sample.messaging(#"{\#(text),"delivery":{"mids":["a","b"],"watermark":1700000000100}}"#)
        let read = try Sample.messaging(#"{\#(text),"read":{"watermark":1700000000100}}"#)
        #expect(delivered.items.map(\.change) == [report("a", .delivered), report("b", .delivered)])
        #expect(read.items.map(\.change) == [report(nil, .read)])
    }

    private func report(_ id: String?, _ state: DeliveryReport.State) -> Inbound.Change {
        .status(
            DeliveryReport(
                id: id,
                watermark: Instant(milliseconds: 1_700_000_000_100),
                recipient: "7",
                state: state,
                at: Instant(milliseconds: 1_700_000_000_123)
            )
        )
    }

    @Test(arguments: ["", "[]", "{}", #"{"object":"page"}"#, "\u{0}", #"{"object":"page","entry":{}}"#])
    func aBodyThatIsNoDeliveryIsRefused(_ body: String) {
        #expect(throws: DecodingFailure.self) { try Sample.decode(body) }
    }

    @Test func aFieldWithoutValueIsSkipped() throws {
        let decoded = try Sample.decode(
            #"{"object":"page","entry":[{"id":"1","time":1,"changes":[{"field":"feed"},{"field":"parking"}]}]}"#
        )
        #expect(decoded == Decoded(skipped: ["feed", "parking"]))
    }
}
