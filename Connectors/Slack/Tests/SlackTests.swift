import HarkCore
import HarkSlack
import Testing

struct SlackTests {
    static let channel = Channel(
        id: Channel.ID("acme-slack"),
        network: Network("slack"),
        account: "U0HARK",
        secrets: ["token": Secret("xoxb-t0ken"), "signing_secret": Secret("s1gning")]
    )

    private func decode(_ event: String) throws -> Decoded {
        let body = #"{"type":"event_callback","event_id":"Ev1","event":\#(event)}"#
        return try SlackConnector().decode(Array(body.utf8), headers: [], channel: Self.channel)
    }

    private func draft(_ event: String) throws -> Draft {
        let change = try #require(try decode(event).items.first?.change)
        switch change {
        case .message(let draft), .edit(let draft), .echo(let draft): return draft
        case .delete, .status, .reaction: throw Missing()
        }
    }

    private struct Missing: Error {}

    @Test(arguments: [
        #""text":"","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"It is "},{"type":"text","text":"broken"}]}]}]"#,
        #""text":"","attachments":[{"fallback":"no","text":"It is broken"}]"#,
        #""blocks":[7,{"type":"section","text":{"type":"mrkdwn","text":"It is broken"}}]"#,
    ])
    func aMessageWithoutTextIsWhatItsBlocksSay(content: String) throws {
        let draft = try draft(#"{"type":"message","channel":"C1","user":"U5","ts":"1700000000.000100",\#(content)}"#)
        #expect(draft.text == "It is broken")
    }

    @Test(arguments: [
        ("C1", "channel", #""#, MessageKind.chat, false, ConversationKey.thread("C1:1700000000.000100")),
        ("C1", "channel", #","thread_ts":"1699.5""#, .chat, false, .thread("C1:1699.5")),
        ("D7", "im", #""#, .direct, true, .person("D7")),
        ("G2", "group", #""#, .chat, true, .thread("G2:1700000000.000100")),
    ])
    func aThreadIsAConversationAndAPrivateChatThePersons(
        _ place: String,
        _ type: String,
        _ rest: String,
        _ kind: MessageKind,
        _ isPrivate: Bool,
        _ key: ConversationKey
    ) throws {
        let draft = try draft(
            #"{"type":"message","channel":"\#(place)","channel_type":"\#(type)","user":"U9","text":"hi","ts":"1700000000.000100"\#(rest)}"#
        )
        #expect(draft.id == "\(place):1700000000.000100")
        #expect((draft.kind, draft.isPrivate) == (kind, isPrivate))
        #expect(draft.conversation == key)
        #expect(draft.sentAt == Instant(seconds: 1_700_000_000))
    }

    @Test func aMentionNamesUsInItsEventOrInItsText() throws {
        let event = #""channel":"C1","user":"U9","text":"<@U0HARK> help","ts":"1700000000.1""#
        #expect(try draft(#"{"type":"app_mention",\#(event)}"#).kind == .mention)
        let message = try draft(#"{"type":"message","channel_type":"channel",\#(event)}"#)
        #expect(message.kind == .mention)
        #expect(message.text == "@U0HARK help")
    }

    @Test func ourOwnWordsAreAnEchoAndAProgramsAreAutomatic() throws {
        let ours = try decode(#"{"type":"message","channel":"C1","user":"U0HARK","text":"hi","ts":"1700000000.1"}"#)
        guard case .echo = ours.items.first?.change else { throw Missing() }
        let bot = try draft(
            #"{"type":"message","subtype":"bot_message","channel":"C1","bot_id":"B3","username":"Deploys","text":"done","ts":"1700000000.1"}"#
        )
        #expect(bot.isAutomatic && bot.author == Author(id: "B3", name: "Deploys", isBot: true))
    }

    @Test func editsDeletionsAndReactionsConcernTheMessageTheyName() throws {
        let edited = try decode(
            #"{"type":"message","subtype":"message_changed","channel":"C1","ts":"2.0","message":{"user":"U9","text":"new","ts":"1700000000.1"},"previous_message":{"text":"old"}}"#
        )
        guard case .edit(let draft) = edited.items.first?.change else { throw Missing() }
        #expect((draft.id, draft.text) == ("C1:1700000000.1", "new"))
        let preview = try decode(
            #"{"type":"message","subtype":"message_changed","channel":"C1","message":{"text":"same","ts":"1.0"},"previous_message":{"text":"same"}}"#
        )
        #expect(preview == Decoded(skipped: ["message:message_changed"]))
        let deleted = try decode(
            #"{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1700000000.1","event_ts":"1700000009.5"}"#
        )
        #expect(
            deleted.items.map(\.change)
                == [.delete(id: "C1:1700000000.1", at: Instant(milliseconds: 1_700_000_009_500))]
        )
        let reaction = try decode(
            #"{"type":"reaction_added","user":"U9","reaction":"tada","item":{"type":"message","channel":"C1","ts":"1.0"},"event_ts":"2.0"}"#
        )
        guard case .reaction(let said) = reaction.items.first?.change else { throw Missing() }
        #expect((said.target, said.symbol) == ("C1:1.0", ":tada:"))
    }

    @Test func newsAboutTheChannelAreLeftOutByName() throws {
        #expect(
            try decode(#"{"type":"message","subtype":"channel_join","channel":"C1","ts":"1.0"}"#).skipped
                == ["message:channel_join"]
        )
        #expect(try decode(#"{"type":"emoji_changed"}"#).skipped == ["emoji_changed"])
        #expect(try decode(#"{"type":"message","text":"nowhere"}"#).malformed.count == 1)
    }

    @Test func anAppThatWasRemovedMustBeConnectedAgain() throws {
        #expect(try decode(#"{"type":"app_uninstalled"}"#).failure?.isTemporary == false)
        #expect(try decode(#"{"type":"tokens_revoked","tokens":{"bot":["U0HARK"]}}"#).failure != nil)
        #expect(try decode(#"{"type":"tokens_revoked","tokens":{"oauth":["U9"],"bot":[]}}"#).failure == nil)
    }

    @Test func theAddressIsVerifiedByItsChallenge() {
        let body = Array(#"{"type":"url_verification","challenge":"3eZ"}"#.utf8)
        #expect(SlackConnector().greeting(body, channel: Self.channel) == .text("3eZ"))
        #expect(SlackConnector().greeting(Array(#"{"type":"event_callback"}"#.utf8), channel: Self.channel) == nil)
    }

    @Test(arguments: [
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("<https://acme.example|our site> <https://b.example>", "our site (https://acme.example) https://b.example"),
        ("<#C1|help> <!here> <@U1|ana>", "#help @here @ana"),
        ("1 < 2", "1 < 2"),
    ])
    func textIsReadAsPeopleSeeIt(_ raw: String, _ seen: String) throws {
        let quoted = raw.replacing("\"", with: "\\\"")
        #expect(
            try draft(#"{"type":"message","channel":"C1","user":"U9","text":"\#(quoted)","ts":"1.0"}"#).text == seen
        )
    }

    @Test func anAnswerStandsInTheThreadAndNamesNobodyByAccident() throws {
        let reply = Outgoing(
            id: "r1",
            text: "Look at <!channel> & wait",
            target: .init(
                messageID: "C1:2.0",
                kind: .chat,
                isPrivate: false,
                visibility: nil,
                thread: "C1:1.0",
                author: Author(id: "U9"),
                sentAt: Instant(seconds: 2)
            )
        )
        let request = try SlackConnector().request(for: reply, channel: Self.channel)
        #expect(request.url == "https://slack.com/api/chat.postMessage")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"channel":"C1","parse":"none","text":"Look at &lt;!channel&gt; &amp; wait","thread_ts":"1.0","unfurl_links":false}"#
        )
        let sent = HTTPResponse(status: 200, body: Array(#"{"ok":true,"channel":"C1","ts":"3.0"}"#.utf8))
        #expect(try SlackConnector().receipt(sent, for: reply, channel: Self.channel).messageID == "C1:3.0")
    }

    @Test(arguments: [
        ("invalid_auth", "reconnect needed: invalid_auth"), ("channel_not_found", "not found: channel_not_found"),
        ("not_in_channel", "not allowed: not_in_channel"), ("msg_too_long", "rejected: msg_too_long"),
        ("fatal_error", "unavailable: fatal_error"),
    ])
    func aRefusalStandsInAGoodAnswer(_ word: String, _ failure: String) {
        let answer = HTTPResponse(status: 200, body: Array(#"{"ok":false,"error":"\#(word)"}"#.utf8))
        let said = SlackConnector().failure(in: answer, channel: Self.channel, now: Instant(seconds: 1))
        #expect(said?.description == failure)
    }

    @Test func aMessageWithoutItsOwnTimeHasTheEvents() throws {
        #expect(
            try draft(#"{"type":"message","channel":"C1","user":"U5","event_ts":"1700.5","text":"hi"}"#).id
                == "C1:1700.5"
        )
    }
}
