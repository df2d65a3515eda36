import HarkCore
import HarkVK
import Testing

struct VKTests {
    static let channel = Channel(
        id: Channel.ID("acme-vk"),
        network: Network("vk"),
        account: "1",
        settings: ["confirmation": "c0de"],
        secrets: ["token": Secret("t0ken"), "secret": Secret("s")]
    )
    let vk = VKConnector()

    func changes(_ body: String) throws -> [Inbound.Change] {
        try vk.decode(Array(body.utf8), headers: [], channel: Self.channel).items.map(\.change)
    }

    @Test func theAddressIsConfirmedForOurCommunityOnly() {
        let ours = Array(#"{"type":"confirmation","group_id":1}"#.utf8)
        #expect(vk.greeting(ours, channel: Self.channel) == .text("c0de"))
        #expect(vk.greeting(Array(#"{"type":"confirmation","group_id":2}"#.utf8), channel: Self.channel) == nil)
        #expect(vk.greeting(Array(#"{"type":"message_new","group_id":1}"#.utf8), channel: Self.channel) == nil)
        #expect(vk.answer(to: ours, channel: Self.channel) == .text("ok"))
    }

    @Test func aMessageOfAnOldVersionIsReadToo() throws {
        let old =
            #"{"type":"message_new","group_id":1,"event_id":"e","object":{"id":42,"date":1700000000,"from_id":"9","text":"hi"}}"#
        guard case .message(let draft) = try #require(try changes(old).first) else {
            Issue.record("no message")
            return
        }
        #expect(draft.id == "9:42" && draft.conversation == .person("9") && draft.text == "hi")
    }

    @Test func aReactionNamesItsMessageAndOneBrokenAttachmentCostsNoOther() throws {
        let given =
            #"{"type":"message_reaction_event","group_id":1,"object":{"reacted_id":9,"peer_id":9,"cmid":7,"reaction_id":3}}"#
        #expect(try changes(given) == [.reaction(Reaction(target: "9:7", author: Author(id: "9"), symbol: "3"))])
        let message = #"""
            {"type":"message_new","group_id":1,"object":{"message":{"id":0,"conversation_message_id":4,"peer_id":9,"from_id":9,
            "date":1700000000,"text":"","attachments":[7,{"type":"photo","photo":{"id":1,"owner_id":9,"sizes":[]}}]}}}
            """#
        guard case .message(let draft) = try #require(try changes(message).first) else {
            Issue.record("no message")
            return
        }
        #expect(draft.attachments.map(\.kind) == [.image])
    }

    @Test func ourOwnWordsAreEchoes() throws {
        let own =
            #"{"type":"message_reply","group_id":1,"object":{"id":1,"date":1,"peer_id":9,"from_id":-1,"text":"yes"}}"#
        guard case .echo(let draft) = try #require(try changes(own).first) else {
            Issue.record("no echo")
            return
        }
        #expect(draft.recipient?.id == "9" && draft.conversation == .person("9"))
    }

    @Test func aChatIsAThreadAndAnUnknownEventIsSkipped() throws {
        let chat =
            #"{"type":"message_new","object":{"message":{"conversation_message_id":3,"date":1,"peer_id":2000000001,"from_id":9,"text":""}}}"#
        guard case .message(let draft) = try #require(try changes(chat).first) else {
            Issue.record("no message")
            return
        }
        #expect(draft.kind == .chat && draft.conversation == .thread("2000000001"))
        let other = try vk.decode(
            Array(#"{"type":"vkpay_transaction","object":{"x":1}}"#.utf8),
            headers: [],
            channel: Self.channel
        )
        #expect(other == Decoded(skipped: ["vkpay_transaction"]))
    }

    @Test func anErrorInsideA200IsOne() {
        let body = Array(#"{"error":{"error_code":5,"error_msg":"bad t0ken"}}"#.utf8)
        let failure = vk.failure(
            in: HTTPResponse(status: 200, body: body),
            channel: Self.channel,
            now: Instant(seconds: 1)
        )
        guard case .reauthorise(let text) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(!text.contains("t0ken"))
    }

    @Test func aTapSaysWhatItsButtonStandsFor() throws {
        let given =
            #"{"type":"message_event","group_id":1,"object":{"user_id":9,"peer_id":9,"event_id":"e7","payload":{"size":2,"colour":"red"},"conversation_message_id":7}}"#
        let arrived = Instant(seconds: 1_700_000_000)
        let decoded = try vk.decode(Array(given.utf8), headers: .arrived(at: arrived), channel: Self.channel)
        guard case .message(let draft) = try #require(decoded.items.first).change else {
            Issue.record("no message")
            return
        }
        #expect(draft.id == "9:tap:e7" && draft.parent == "9:7" && draft.conversation == .person("9"))
        #expect(draft.text == "colour: red, size: 2" && draft.sentAt == arrived)
        let silent = #"{"type":"message_event","group_id":1,"object":{"user_id":9,"peer_id":9,"event_id":"e8"}}"#
        #expect(try changes(silent).isEmpty)
    }
}
