import HarkCore
import HarkMeta
import Testing

struct WhatsAppTests {
    private let frame = #""id":"wamid.1","timestamp":"1700000000""#
    private let contact = #""contacts":[{"wa_id":"49151","user_id":"DE.1","profile":{"name":"Ana"}}]"#

    @Test(
        "a person is the same with and without a phone number",
        arguments: [
            (#""from":"49151""#, "DE.1", ["49151"]),
            (#""from":"49151","from_user_id":"DE.1""#, "DE.1", ["49151"]),
            (#""from_user_id":"DE.1""#, "DE.1", ["49151"]),
            (#""from":"49999""#, "49999", []),
        ]
    )
    func identities(_ from: String, _ id: String, _ aliases: [String]) throws {
        let decoded = try Sample.whatsApp(
            #"\#(contact),"messages":[{\#(frame),\#(from),"type":"text","text":{"body":"x"}}]"#
        )
        let draft = try Sample.draft(decoded)
        #expect(draft.author?.id == id)
        #expect(draft.author?.aliases == aliases)
        #expect(draft.conversation == .person(id))
        #expect(decoded.items.first?.account == "555")
    }

    @Test(
        arguments: [
            (#""type":"image","image":{"id":"9","mime_type":"image/jpeg","caption":"look"}"#, "image", "look"),
            (#""type":"audio","audio":{"id":"9"}"#, "audio", nil),
            (#""type":"document","document":{"id":"9","filename":"a.pdf"}"#, "file", nil),
            (#""type":"location","location":{"latitude":1.5,"longitude":2}"#, "location", nil),
            (#""type":"contacts","contacts":[{"name":{"formatted_name":"Bo"}}]"#, "contact", nil),
        ] as [(String, String, String?)]
    )
    func filesAndPlacesAreAttachments(_ content: String, _ kind: String, _ text: String?) throws {
        let draft = try Sample.draft(try Sample.whatsApp(#""messages":[{\#(frame),"from":"49151",\#(content)}]"#))
        #expect(draft.attachments.map(\.kind.rawValue) == [kind])
        #expect(draft.text == text)
        #expect(!draft.isUnsupported)
    }

    @Test func aTypeOfTomorrowIsAMessageThatCannotBeRead() throws {
        let draft = try Sample.draft(try Sample.whatsApp(#""messages":[{\#(frame),"from":"49151","type":"hologram"}]"#))
        #expect(draft.isUnsupported)
    }

    @Test func editsRevokesAndReactionsNameTheOriginal() throws {
        let decoded = try Sample.whatsApp(
            #""messages":[{\#(frame),"from":"4","type":"edit","edit":{"original_message_id":"o","message":{"type":"text","text":{"body":"new"}}}},{\#(frame),"from":"4","type":"revoke","revoke":{"original_message_id":"o"}},{\#(frame),"from":"4","type":"reaction","reaction":{"message_id":"o"}}]"#
        )
        let draft = try Sample.draft(decoded)
        #expect(draft.id == "o")
        #expect(draft.text == "new")
        let at = Instant(seconds: 1_700_000_000)
        let author = Author(id: "4", handle: "+4")
        let reaction = Reaction(target: "o", author: author, symbol: nil, id: "wamid.1", at: at)
        #expect(decoded.items.dropFirst().map(\.change) == [.delete(id: "o", at: at), .reaction(reaction)])
    }

    @Test func aFailureSaysWhy() throws {
        let decoded = try Sample.whatsApp(
            #""statuses":[{"id":"w","status":"failed","timestamp":"1700000000","recipient_id":"4","errors":[{"code":131026,"title":"Undeliverable"}]},{"id":"w","status":"warmed","timestamp":"1"}]"#
        )
        guard case .status(let report) = try #require(decoded.items.first).change else {
            Issue.record("a status was read as something else")
            return
        }
        #expect(report.state == .failed)
        #expect(report.reason == "131026: Undeliverable")
        #expect(decoded.skipped == ["statuses:warmed"])
    }

    @Test func whatThePhoneAppSendsIsAnEcho() throws {
        let decoded = try Sample.whatsApp(
            #""message_echoes":[{\#(frame),"from":"4930","to":"49151","type":"text","text":{"body":"x"}}]"#,
            field: "smb_message_echoes"
        )
        guard case .echo(let draft) = try #require(decoded.items.first).change else {
            Issue.record("an echo was read as something else")
            return
        }
        #expect(draft.recipient?.id == "49151")
        #expect(draft.conversation == .person("49151"))
    }

    @Test func aGroupIsOneConversation() throws {
        let draft = try Sample.draft(
            try Sample.whatsApp(
                #""messages":[{\#(frame),"from":"4","group_id":"g","type":"text","text":{"body":"x"}}]"#
            )
        )
        #expect(draft.kind == .chat)
        #expect(draft.conversation == .thread("g"))
    }

    @Test func whatTheDeliveryLeavesOutTheChannelSays() throws {
        let value =
            #"{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1"},"messages":[{"from":"49","id":"w1","timestamp":1700000000,"type":"text","text":{"body":"hi"}}]}"#
        let body = #"{"entry":[{"id":"5","changes":[{"value":\#(value)}]}]}"#
        let decoded = try MetaConnector().decode(Array(body.utf8), headers: [], channel: Sample.channel("whatsapp"))
        #expect(decoded.items.count == 1 && decoded.malformed.isEmpty)
    }
}
