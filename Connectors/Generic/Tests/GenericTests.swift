import HarkCore
import HarkGeneric
import Testing

struct GenericTests {
    private let generic = GenericConnector()

    private func channel(_ secrets: [String: Secret] = ["secret": Secret("whsec_" + String(repeating: "A", count: 32))])
        -> Channel
    {
        Channel(id: Channel.ID("form"), network: Network("standard-webhooks"), account: "form", secrets: secrets)
    }

    private func decode(_ json: String) throws -> Decoded {
        try generic.decode(Array(json.utf8), headers: [], channel: channel())
    }

    private func created(_ parts: String) throws -> Draft {
        let decoded = try decode(
            #"{"type":"message.created","timestamp":"2026-11-22T09:30:00Z","data":{"id":"1","author":{"id":"ana"},\#(parts)}}"#
        )
        guard case .message(let draft) = try #require(decoded.items.first).change else {
            throw DecodingFailure("no message")
        }
        return draft
    }

    @Test func aMessageIsTakenAsItIsWritten() throws {
        let draft = try created(
            #""kind":"email","text":"Hi 🙂","subject":"S","sent_at":"2026-11-22T09:29:00+01:00","parent":"0","attachments":[{"kind":"image","url":"https://x.example/1"},{"kind":"hologram"}]"#
        )
        #expect(draft.kind == .email)
        #expect(draft.isPrivate)
        #expect(draft.text == "Hi 🙂")
        #expect(draft.sentAt == Instant("2026-11-22T08:29:00Z"))
        #expect(draft.attachments.map(\.kind) == [.image, .other])
        #expect(draft.parent == "0")
    }

    @Test(
        "what joins messages",
        arguments: [
            (#""conversation":"ticket-1""#, ConversationKey.thread("ticket-1")),
            (#""kind":"direct""#, .person("ana")),
            (#""kind":"mention""#, .thread("1")),
            (#""kind":"comment","parent":"0""#, .thread("0")),
            (#""kind":"comment","private":true"#, .person("ana")),
            (#""kind":"hologram""#, .person("ana")),
        ]
    )
    func conversations(_ parts: String, _ key: ConversationKey) throws {
        #expect(try created(parts + #","text":"x""#).conversation == key)
    }

    @Test func editsDeletesAndOwnAnswersAreToldApart() throws {
        let at = try #require(Instant("2026-11-22T09:30:00Z"))
        let deleted = try decode(#"{"type":"message.deleted","timestamp":"2026-11-22T09:30:00Z","data":{"id":"1"}}"#)
        #expect(deleted.items.map(\.change) == [.delete(id: "1", at: at)])
        let edited = try decode(
            #"{"type":"message.updated","timestamp":"2026-11-22T09:30:00Z","data":{"id":"1","text":"new"}}"#
        )
        guard case .edit(let draft) = try #require(edited.items.first).change else { throw DecodingFailure("no edit") }
        #expect(draft.text == "new")
        let own = try decode(
            #"{"type":"message.created","timestamp":"2026-11-22T09:30:00Z","data":{"id":"2","own":true,"recipient":{"id":"ana"},"text":"x"}}"#
        )
        guard case .echo(let echo) = try #require(own.items.first).change else { throw DecodingFailure("no echo") }
        #expect(echo.conversation == .person("ana"))
    }

    @Test(arguments: ["contact.created", "message.pinned"])
    func otherEventsAreSkippedByName(_ type: String) throws {
        let json = #"{"type":"\#(type)","timestamp":"2026-11-22T09:30:00Z","data":{"id":"1"}}"#
        #expect(try decode(json) == Decoded(skipped: [type]))
    }

    @Test(
        arguments: [
            ("", "not JSON"),
            (#"{"data":{}}"#, "type is missing"),
            (#"{"type":"message.created","data":{"text":"x"}}"#, "data.id is missing"),
            (#"{"type":"message.created","data":{"id":true}}"#, "data.id is not a String"),
            (#"{"type":"message.created","data":{"id":"7"}}"#, "data.author is missing"),
            (
                #"{"type":"message.created","data":{"id":"7","author":{"id":"a"}}}"#,
                "data.sent_at is missing, and timestamp too"
            ),
        ]
    )
    func aBodyThatCannotBeReadSaysWhere(_ body: String, _ reason: String) {
        #expect(throws: DecodingFailure(reason)) { try decode(body) }
    }

    @Test func bothSecretsAreValidDuringARotation() throws {
        let key = Secret("whsec_" + String(repeating: "B", count: 32))
        let both = channel(["secret": key, "previous_secret": Secret("old")])
        #expect(try generic.authentication(of: both) == .standardWebhooks(secrets: [key, Secret("old")]))
        #expect(generic.problems(of: both).count == 1)
        #expect(generic.problems(of: channel()).isEmpty)
        #expect(generic.problems(of: channel([:])).count == 1)
    }

    @Test func anIdMayBeANumberAndAnOddMemberCostsNothing() throws {
        let draft = try created(#""conversation":4711,"text":"x","rating":"five","attachments":7,"kind":3"#)
        #expect(draft.conversation == .thread("4711") && draft.rating == nil && draft.attachments.isEmpty)
    }
}
