import HarkCore
import HarkEmail
import Testing

struct MailboxTests {
    private func answer(_ text: String) -> HTTPResponse {
        HTTPResponse(status: 200, body: Array(text.replacing("\n", with: "\r\n").utf8))
    }

    private func opening(validity: Int = 7, next: Int) -> String {
        "* 3 EXISTS\n* OK [UIDVALIDITY \(validity)] UIDs valid\n* OK [UIDNEXT \(next)] next\nH1 OK [READ-ONLY] done\n"
    }

    private func fetch(_ uid: Int, _ body: String, arrived: String = "21-Nov-2026 10:00:00 +0000") -> String {
        let size = body.replacing("\n", with: "\r\n").utf8.count
        return "* 1 FETCH (UID \(uid) INTERNALDATE \"\(arrived)\" RFC822.SIZE \(size) BODY[]<0> {\(size)}\n\(body))\n"
    }

    private func command(after cursor: String?, floor: Instant? = nil) throws -> String {
        let request = try email.request(for: "INBOX", after: cursor, channel: channel(floor: floor))
        guard case .mailbox("INBOX", let commands, _) = request.mail else { return "" }
        return commands.joined()
    }

    private func page(_ text: String, after cursor: String?, floor: Instant? = nil) throws -> Page {
        try email.page(answer(text), of: "INBOX", after: cursor, channel: channel(floor: floor))
    }

    @Test func aMailboxIsSearchedThenFetchedAndTheCursorStandsBehindTheLastMail() throws {
        #expect(try command(after: nil) == "UID SEARCH ALL")
        let floor = try #require(Instant("2026-11-20T12:00:00Z"))
        #expect(try command(after: nil, floor: floor) == "UID SEARCH SINCE 19-Nov-2026")
        let found = try page(opening(next: 10) + "* SEARCH 4 9\nH2 OK done\n", after: nil)
        #expect(found.hasMore)
        #expect(try command(after: found.cursor).hasPrefix("UID FETCH 4,9 (UID INTERNALDATE"))
        #expect(try command(after: found.cursor).contains("BODY.PEEK[]"))
        let mails =
            fetch(4, "From: a@b.example\n\none") + fetch(9, "From: a@b.example\n\nH2 OK Fetch completed.\n* BYE")
        let fetched = try page(opening(next: 10) + mails + "H2 OK done\n", after: found.cursor)
        #expect(fetched.decoded.items.count == 2)
        #expect(fetched.decoded.malformed.isEmpty)
        #expect(!fetched.hasMore)
        #expect(try command(after: fetched.cursor) == "UID SEARCH UID 10:*")
    }

    @Test func theLastMailThatASearchAlwaysFindsIsNotFetchedAgain() throws {
        let found = try page(opening(next: 10) + "* SEARCH 9\nH2 OK done\n", after: "7 9 9 0")
        #expect(!found.hasMore)
        #expect(found.cursor == "7 9 9 0")
    }

    @Test func afterANewNumberingEverythingRecentIsLookedThroughAgain() throws {
        let newest = try #require(Instant("2026-11-21T10:00:00Z")).milliseconds
        let search = try page(opening(validity: 8, next: 3) + "* SEARCH 2\nH2 OK done\n", after: "7 9 9 \(newest)")
        #expect(search.decoded.skipped == ["UIDVALIDITY changed"])
        #expect(search.hasMore)
        #expect(try command(after: search.cursor) == "UID SEARCH SINCE 17-Nov-2026")
        let fetch = try page(opening(validity: 8, next: 3) + "H2 OK done\n", after: "7 3 9 \(newest) 4,5")
        #expect(try command(after: fetch.cursor) == "UID SEARCH SINCE 17-Nov-2026")
    }

    @Test func mailFromBeforeTheBackfillFloorIsLeftOut() throws {
        let floor = try #require(Instant("2026-11-21T11:00:00Z"))
        let mails =
            fetch(4, "From: a@b.example\n\nold")
            + fetch(5, "From: a@b.example\n\nnew", arrived: "21-Nov-2026 12:00:00 +0000")
        let page = try page(opening(next: 6) + mails + "H2 OK done\n", after: "7 0 5 0 4,5", floor: floor)
        #expect(page.decoded.items.count == 1)
        #expect(page.decoded.skipped == ["mail before the backfill floor"])
    }

    @Test func aMailThatIsCutKeepsWhatItsStructureSaysOfItsAttachments() throws {
        let structure = """
            (("text" "plain" ("charset" "utf-8") NIL NIL "7bit" 5 1 NIL NIL NIL)\
            ("application" "pdf" ("name" "a.pdf") NIL NIL "base64" 9000 NIL ("attachment" ("filename*0*" "utf-8''Gr%C3%B6" "filename*1" "sse.pdf")) NIL)\
             "mixed" ("boundary" "x") NIL NIL)
            """
        let body = "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nwords"
        let size = body.replacing("\n", with: "\r\n").utf8.count
        let item = "* 1 FETCH (UID 4 RFC822.SIZE 9400 BODYSTRUCTURE \(structure) BODY[]<0> {\(size)}\n\(body))\n"
        let page = try page(opening(next: 5) + item + "H2 OK done\n", after: "7 0 4 0 4")
        guard case .message(let draft) = page.decoded.items[0].change else { return }
        #expect(draft.text == "words")
        #expect(draft.attachments.map(\.name) == ["Grösse.pdf"])
        #expect(draft.attachments.map(\.reference) == ["INBOX/7/4/2"])
    }

    @Test func aRefusalSaysWhatToDo() {
        let now = Instant(seconds: 1_800_000_000)
        func failure(_ status: Int) -> ConnectorFailure? {
            email.failure(
                in: HTTPResponse(status: status, body: Array("no, hush-hush".utf8)),
                channel: channel(),
                now: now
            )
        }
        #expect(failure(200) == nil && failure(250) == nil)
        guard case .reauthorise(let text) = failure(401), case .misconfigured = failure(404),
            case .rejected = failure(550),
            case .unavailable = failure(451), case .reauthorise = failure(535)
        else {
            Issue.record("a refusal is read wrongly")
            return
        }
        #expect(!text.contains("hush-hush"))
    }
}
