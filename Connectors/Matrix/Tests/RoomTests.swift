import HarkCore
import HarkMatrix
import Testing

struct RoomTests {
    private let matrix = MatrixConnector()
    private let room = "!room"

    private func channel(_ settings: [String: String] = [:]) -> Channel {
        Channel(
            id: Channel.ID("rooms"),
            network: Network("matrix"),
            account: "@hark:acme.example",
            server: "https://matrix.acme.example",
            settings: settings,
            secrets: ["token": Secret("hush-hush")]
        )
    }

    private func page(_ body: String, after cursor: String? = nil, _ settings: [String: String] = [:]) throws -> Page {
        let response = HTTPResponse(status: 200, body: Array(body.utf8))
        return try matrix.page(response, of: "sync", after: cursor, channel: channel(settings))
    }

    private func request(after cursor: String?) throws -> String {
        let request = try matrix.request(for: "sync", after: cursor, channel: channel())
        return request.method + " " + request.url.replacing("https://matrix.acme.example/_matrix/client/v3/", with: "")
    }

    private func event(_ id: String, _ content: String, type: String = "m.room.message", sender: String = "@ana:far")
        -> String
    {
        #"{"event_id":"\#(id)","type":"\#(type)","sender":"\#(sender)","origin_server_ts":1795304407883,"content":\#(content)}"#
    }

    private func sync(_ events: [String], limited: Bool = false, next: String = "s2") -> String {
        #"{"next_batch":"\#(next)","rooms":{"join":{"!room":{"timeline":{"limited":\#(limited),"prev_batch":"p","#
            + #""events":[\#(events.joined(separator: ","))]}}}}}"#
    }

    private func drafts(_ page: Page) -> [Draft] {
        page.decoded.items.compactMap { item in
            switch item.change {
            case .message(let draft), .edit(let draft), .echo(let draft): draft
            case .delete, .status, .reaction: nil
            }
        }
    }

    @Test func aLimitedSyncIsHeldBackUntilItsGapIsFilledFromTheOldPositionOn() throws {
        let start = try page(sync([], next: "s1"))
        let hole = try page(
            sync([event("$9", #"{"msgtype":"m.text","body":"nine"}"#)], limited: true),
            after: start.cursor
        )
        #expect(hole.decoded.items.isEmpty)
        #expect(hole.hasMore)
        #expect(try request(after: hole.cursor) == "GET rooms/%21room/messages?dir=f&limit=100&from=s1&to=s2")
        let part = try page(#"{"chunk":[\#(event("$8", #"{"body":"eight"}"#))],"end":"m1"}"#, after: hole.cursor)
        #expect(drafts(part).map(\.id) == ["$8"])
        #expect(try request(after: part.cursor).contains("from=m1&to=s2"))
        let end = try page(#"{"chunk":[]}"#, after: part.cursor)
        #expect(try request(after: end.cursor).hasPrefix("GET sync?timeout=30000&since=s2&"))
    }

    @Test func aRoomThatClosedOrAForgottenPositionStopsNothing() throws {
        let start = try page(sync([], next: "s1"))
        let hole = try page(sync([], limited: true), after: start.cursor)
        let around = matrix.detour(
            around: .forbidden("M_FORBIDDEN"),
            in: "sync",
            after: hole.cursor,
            channel: channel()
        )
        #expect(around?.decoded.malformed.count == 1)
        #expect(try request(after: around?.cursor).contains("since=s2"))
        let lost = matrix.detour(
            around: .rejected("M_UNKNOWN Invalid token"),
            in: "sync",
            after: start.cursor,
            channel: channel()
        )
        #expect(lost?.decoded.malformed.count == 1)
        #expect(try request(after: lost?.cursor).hasPrefix("GET sync?timeout=0"))
        #expect(matrix.detour(around: .unavailable("down"), in: "sync", after: start.cursor, channel: channel()) == nil)
    }

    @Test func aHoleWhoseBeginningIsForgottenIsReadFromTheRoomsBeginning() throws {
        let start = try page(sync([], next: "s1"))
        let hole = try page(sync([], limited: true), after: start.cursor)
        let failure = ConnectorFailure.rejected("M_UNKNOWN Invalid token")
        let around = matrix.detour(around: failure, in: "sync", after: hole.cursor, channel: channel())
        #expect(around?.decoded == Decoded())
        #expect(try request(after: around?.cursor) == "GET rooms/%21room/messages?dir=f&limit=100&to=s2")
        // Where even that is refused, the hole is given up and said to be one.
        let lost = matrix.detour(around: failure, in: "sync", after: around?.cursor, channel: channel())
        #expect(lost?.decoded.malformed.count == 1)
    }

    @Test func anAnswerThatBeginsElsewhereIsAskedForOnceMore() throws {
        let hole = try page(sync([], limited: true), after: page(sync([], next: "s1")).cursor)
        let other = #"{"start":"s0","chunk":[]}"#
        let doubted = try page(other, after: hole.cursor)
        #expect(try request(after: doubted.cursor) == request(after: hole.cursor) && doubted.hasMore)
        let believed = try page(other, after: doubted.cursor)
        #expect(try request(after: believed.cursor).hasPrefix("GET sync"))
    }

    @Test func whatWasSaidBeforeWeJoinedIsReadToo() throws {
        let member = #"{"type":"m.room.member","state_key":"@hark:acme.example","content":{"is_direct":true}}"#
        let invite = #"{"next_batch":"s2","rooms":{"invite":{"!room":{"invite_state":{"events":[\#(member)]}}}}}"#
        let invited = try page(invite, after: page(sync([], next: "s1")).cursor)
        let joined = try page("{}", after: invited.cursor)
        let told = try page(sync([event("$2", #"{"body":"there?"}"#)], next: "s3"), after: joined.cursor)
        #expect(told.decoded.items.isEmpty)
        #expect(try request(after: told.cursor) == "GET rooms/%21room/messages?dir=f&limit=100&to=s3")
    }

    @Test func invitationsAreAcceptedAsConfigured() throws {
        let member =
            #"{"type":"m.room.member","state_key":"@hark:acme.example","sender":"@ana:far","content":{"membership":"invite","is_direct":%}}"#
        func invites(_ isDirect: Bool) -> String {
            let event = member.replacing("%", with: String(isDirect))
            return #"{"next_batch":"s2","rooms":{"invite":{"!new":{"invite_state":{"events":[\#(event)]}}}}}"#
        }
        #expect(try request(after: page(invites(true)).cursor) == "POST rooms/%21new/join")
        #expect(try request(after: page(invites(false)).cursor).hasPrefix("GET sync"))
        #expect(try request(after: page(invites(false), after: nil, ["join": "all"]).cursor).hasPrefix("POST"))
        #expect(try request(after: page(invites(true), after: nil, ["join": "none"]).cursor).hasPrefix("GET sync"))
    }

    @Test func whatAPersonSaysIsReadInItsPlace() throws {
        let page = try page(
            sync([
                event("$1", #"{"msgtype":"m.text","body":"hi","m.mentions":{"user_ids":["@hark:acme.example"]}}"#),
                event(
                    "$2",
                    #"{"msgtype":"m.text","body":"there","m.relates_to":{"rel_type":"m.thread","event_id":"$1"}}"#
                ),
                event(
                    "$3",
                    #"{"msgtype":"m.text","body":"> <@a:b> old\n\nnew","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}}"#
                ),
                event(
                    "$4",
                    #"{"msgtype":"m.image","body":"a.png","filename":"a.png","url":"mxc://far/x","info":{"size":"odd"}}"#
                ),
                event("$5", #"{"algorithm":"m.megolm.v1.aes-sha2"}"#, type: "m.room.encrypted"),
                event("$6", #"{"msgtype":"m.notice","body":"beep"}"#),
                event("$7", #"{"msgtype":"m.text","body":"ours"}"#, sender: "@hark:acme.example"),
                event("$8", "17", type: "m.odd"), #"{"type":4}"#,
            ])
        )
        let drafts = drafts(page)
        #expect(drafts.map(\.id) == ["$1", "$2", "$3", "$4", "$5", "$6", "$7"])
        #expect(drafts[0].kind == .mention)
        #expect(drafts[1].thread == "!room|$1" && drafts[1].parent == "$1")
        #expect(drafts[2].text == "new" && drafts[2].parent == "$1")
        #expect(drafts[3].text == nil && drafts[3].attachments.map(\.reference) == ["mxc://far/x"])
        #expect(drafts[4].text == nil && drafts[4].isUnsupported)
        #expect(drafts[5].isAutomatic)
        guard case .echo = page.decoded.items[6].change else {
            Issue.record("our own words are no message")
            return
        }
        #expect(page.decoded.skipped == ["m.odd"])
        #expect(page.decoded.malformed.count == 1)
    }

    @Test func editsRedactionsAndReactionsNameTheOriginal() throws {
        let page = try page(
            sync([
                event(
                    "$2",
                    #"{"body":"* b","m.new_content":{"body":"b"},"m.relates_to":{"rel_type":"m.replace","event_id":"$1"}}"#
                ),
                event("$3", #"{"redacts":"$1"}"#, type: "m.room.redaction"),
                event(
                    "$4",
                    #"{"m.relates_to":{"rel_type":"m.annotation","event_id":"$1","key":"👍"}}"#,
                    type: "m.reaction"
                ),
            ])
        )
        guard case .edit(let edit) = page.decoded.items[0].change, case .delete("$1", _) = page.decoded.items[1].change,
            case .reaction(let reaction) = page.decoded.items[2].change
        else {
            Issue.record("\(page.decoded.items)")
            return
        }
        #expect(edit.id == "$1" && edit.text == "b")
        #expect(reaction.target == "$1" && reaction.symbol == "👍")
    }

    @Test func anAnswerGoesIntoTheThreadUnderOurOwnTransaction() throws {
        let target = Outgoing.Target(
            messageID: "$2",
            kind: .chat,
            isPrivate: false,
            visibility: nil,
            thread: "!room|$1",
            author: Author(id: "@ana:far"),
            sentAt: Instant(seconds: 1)
        )
        let request = try matrix.request(for: Outgoing(id: "tx1", text: "yes", target: target), channel: channel())
        #expect(request.method == "PUT")
        #expect(request.url.hasSuffix("/rooms/%21room/send/m.room.message/tx1"))
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains(#""rel_type":"m.thread""#) && body.contains(#""event_id":"$1""#))
        #expect(body.contains(#""m.in_reply_to":{"event_id":"$2"}"#))
    }

    @Test(arguments: [
        (401, #"{"errcode":"M_UNKNOWN_TOKEN","error":"x"}"#, "reconnect"),
        (403, #"{"errcode":"M_FORBIDDEN","error":"x"}"#, "not allowed"),
        (404, #"{"errcode":"M_NOT_FOUND","error":"x"}"#, "not found"),
        (413, #"{"errcode":"M_TOO_LARGE","error":"x"}"#, "rejected"),
        (429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2000}"#, "rate limited"),
        (502, "<html>", "unavailable"),
    ])
    func aRefusalIsReadByItsCode(_ status: Int, _ body: String, _ meaning: String) throws {
        let response = HTTPResponse(status: status, body: Array(body.utf8))
        let failure = try #require(matrix.failure(in: response, channel: channel(), now: Instant(seconds: 0)))
        #expect(failure.description.hasPrefix(meaning))
    }
}

@Test func anEditReplacesOurMessageAndCallsNobodyAgain() throws {
    let channel = Channel(
        id: .init("rooms"),
        network: Network("matrix"),
        account: "@hark:acme.example",
        server: "https://acme.example",
        secrets: ["token": Secret("t")]
    )
    let target = Outgoing.Target(
        messageID: "$q",
        kind: .mention,
        isPrivate: false,
        visibility: nil,
        thread: "!room|$root",
        author: Author(id: "@bob:b.example"),
        sentAt: Instant(seconds: 0)
    )
    let edit = OutgoingEdit(id: "e1", messageID: "$ours", text: "new", target: target)
    let request = try MatrixConnector().request(for: edit, channel: channel)
    #expect(request.method == "PUT" && request.url.hasSuffix("/rooms/%21room/send/m.room.message/e1"))
    #expect(
        String(decoding: request.body, as: UTF8.self) == """
            {"body":"* new","m.mentions":{"user_ids":[]},"m.new_content":{"body":"new","m.mentions":\
            {"user_ids":["@bob:b.example"]},"msgtype":"m.text"},"m.relates_to":{"event_id":"$ours","rel_type":"m.replace"},\
            "msgtype":"m.text"}
            """
    )
}

@Test func anOddMemberBesideTheMessagesCostsNone() throws {
    let channel = Channel(id: .init("rooms"), network: Network("matrix"), account: "@hark:acme.example")
    let event =
        #"{"event_id":"$1","type":"m.room.message","sender":"@a:b","origin_server_ts":"1700000000000","content":{"body":"hi"}}"#
    let body =
        #"{"next_batch":"s1","account_data":[],"rooms":{"invite":[],"join":{"!r":{"state":[],"timeline":{"limited":"no","prev_batch":7,"events":[\#(event)]}}}}}"#
    let response = HTTPResponse(status: 200, body: Array(body.utf8))
    let page = try MatrixConnector().page(response, of: "sync", after: nil, channel: channel)
    guard case .message(let draft) = try #require(page.decoded.items.first).change else {
        Issue.record("no message")
        return
    }
    #expect(draft.text == "hi" && draft.sentAt == Instant(seconds: 1_700_000_000))
    #expect(page.decoded.malformed.isEmpty)
}
