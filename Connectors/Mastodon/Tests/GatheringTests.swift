import HarkCore
import HarkMastodon
import Testing

@Suite struct GatheringMastodon {
    @Test(
        arguments: [
            (nil, "&limit=3"), ("108", "&limit=3&min_id=108"), ("108<80", "&limit=3&max_id=80"),
            ("01M8&x=", "&limit=3&min_id=01M8%26x%3D"),
        ] as [(String?, String)]
    )
    func aRequestAsksForThePageAfterTheCursor(cursor: String?, ending: String) throws {
        let request = try mastodon.request(
            for: "notifications",
            after: cursor,
            channel: channel(settings: ["page_size": "3"])
        )
        #expect(request.url.hasPrefix("https://social.example/api/v1/notifications?types%5B%5D=mention"))
        #expect(request.url.hasSuffix(ending))
        #expect(request.headers.value(of: "authorization") == "Bearer hush-hush")
    }

    @Test func aPageComesOutOldestFirstAndItsFirstIdIsTheCursor() throws {
        let body = "[\(note("12", post("102"))),\(note("11", post("101")))]"
        let page = try mastodon.page(answer(body), of: "notifications", after: "10", channel: channel())
        #expect(page.decoded.items.map { $0.draft?.id } == ["101", "102"])
        #expect(page.cursor == "12")
        #expect(page.hasMore)
    }

    @Test func anAuthorWithoutAHandleIsNamedByWhatThereIs() throws {
        let named = post("101").replacing(
            #""acct":"ana@far.example","display_name""#,
            with: #""username":"ana","display_name""#
        )
        let page = try mastodon.page(
            answer("[\(note("11", named))]"),
            of: "notifications",
            after: "10",
            channel: channel()
        )
        #expect(page.decoded.items.first?.draft?.author?.handle?.contains("ana") == true)
        #expect(page.decoded.malformed.isEmpty)
    }

    @Test func anEmptyPageKeepsTheCursorAndEndsTheRound() throws {
        let page = try mastodon.page(answer("[]"), of: "notifications", after: "10", channel: channel())
        #expect(page.cursor == nil)
        #expect(!page.hasMore)
    }

    @Test func boostsAreReactionsWhereTheyAreWanted() throws {
        let boost =
            #"[{"id":"5","type":"reblog","account":{"id":"9","acct":"ana@far.example"},"status":\#(post("70"))}]"#
        let quiet = try mastodon.page(answer(boost), of: "notifications", after: "1", channel: channel())
        #expect(quiet.decoded.skipped == ["reblog"] && quiet.decoded.items.isEmpty)
        let wanting = channel(settings: ["shares": "on"])
        #expect(try mastodon.request(for: "notifications", after: nil, channel: wanting).url.contains("=reblog"))
        let told = try mastodon.page(answer(boost), of: "notifications", after: "1", channel: wanting)
        guard case .reaction(let reaction) = try #require(told.decoded.items.first).change else {
            Issue.record("no reaction")
            return
        }
        #expect(reaction.target == "70" && reaction.author?.id == "9" && reaction.symbol == "reblog")
    }

    @Test func oddMembersCostNoPost() throws {
        let odd = #"""
            [{"id":5,"type":"mention","status":{"id":7,"created_at":"2026-11-22T09:00:00Z","visibility":null,"url":3,
            "content":"<p>Hi</p>","account":{"id":9,"acct":"ana","followers_count":"12","bot":"no"},
            "mentions":[{"id":{}},{"id":1,"acct":"acme"}],"media_attachments":[{"type":"image","description":null}]}}]
            """#
        let page = try mastodon.page(answer(odd), of: "notifications", after: "1", channel: channel())
        let draft = try #require(page.decoded.items.first?.draft)
        #expect(draft.text == "Hi" && draft.isPrivate && draft.author?.followers == 12)
        #expect(draft.attachments.map(\.kind) == [.image])
    }

    @Test func oneBadNotificationOfTenCostsOnlyItself() throws {
        let good = (1...9).map { note("2\($0)", post("10\($0)")) }
        let body = "[" + ([#"{"id":"30","type":"mention","status":{"id":7}}"#] + good).joined(separator: ",") + "]"
        let page = try mastodon.page(answer(body), of: "notifications", after: "10", channel: channel())
        #expect(page.decoded.items.count == 9)
        #expect(page.decoded.malformed.count == 1)
        #expect(page.cursor == "30")
    }

    @Test(arguments: ["", "{}", "<html>", "[{\"id\":\"1\",\"ty", "[{\"type\":\"mention\"}]"])
    func whatIsNoPageIsUndecoded(body: String) {
        #expect(throws: DecodingFailure.self) {
            try mastodon.page(answer(body), of: "notifications", after: "10", channel: channel())
        }
    }

    @Test func unknownTypesAreSkippedByName() throws {
        let body =
            "[\(note("13", post("1"), type: "severed_relationships_of_tomorrow")),{\"id\":\"12\",\"type\":\"follow\"}]"
        let page = try mastodon.page(answer(body), of: "notifications", after: "10", channel: channel())
        #expect(page.decoded.items.isEmpty)
        #expect(page.decoded.skipped == ["follow", "severed_relationships_of_tomorrow"])
    }

    @Test func withoutAFloorTheFirstConnectionLooksBackToTheVeryFirst() throws {
        let first = try mastodon.page(
            answer("[\(note("12", post("102")))]"),
            of: "notifications",
            after: nil,
            channel: channel()
        )
        #expect(first.cursor == "12<12")
        let last = try mastodon.page(answer("[]"), of: "notifications", after: "12<12", channel: channel())
        #expect(last.cursor == "12")
    }

    @Test func theFirstConnectionLooksBackToTheFloorAndThenForward() throws {
        let connected = channel(floor: Instant("2026-11-22T08:00:00Z"))
        let first = try mastodon.page(
            answer("[\(note("12", post("102")))]"),
            of: "notifications",
            after: nil,
            channel: connected
        )
        #expect(first.cursor == "12<12")
        let old = note("3", post("93")).replacing("2026-11-22T09", with: "2026-11-22T07")
        let second = try mastodon.page(answer("[\(old)]"), of: "notifications", after: "12<12", channel: connected)
        #expect(second.decoded.items.isEmpty)
        #expect(second.decoded.skipped.count == 1)
        #expect(second.cursor == "12")
    }

    @Test(arguments: ["1", "acme", "@acme", "@acme@social.example"])
    func ourOwnPostsAreEchoesHoweverTheAccountIsWritten(account: String) throws {
        let body = "[\(note("12", post("102", by: "acme", visibility: "direct"))),\(note("11", post("101")))]"
        let page = try mastodon.page(answer(body), of: "notifications", after: "1", channel: channel(account: account))
        guard case .message = page.decoded.items.first?.change, case .echo(let echo) = page.decoded.items.last?.change
        else {
            Issue.record("expected a message and an echo")
            return
        }
        #expect(echo.conversation == .person("9"))
    }

    @Test func directMessagesJoinByPersonAndPostsByThread() throws {
        let body = "[\(note("12", post("102", visibility: "direct"))),\(note("11", post("101", parent: "55")))]"
        let items = try mastodon.page(answer(body), of: "notifications", after: "1", channel: channel()).decoded.items
        #expect(items.compactMap(\.draft?.conversation) == [.thread("101"), .person("9")])
        #expect(items.compactMap(\.draft?.isPrivate) == [false, true])
        #expect(items.first?.draft?.parent == "55")
        #expect(items.first?.draft?.author?.handle == "@ana@far.example")
    }
}

@Suite struct RevisionsOnMastodon {
    private func page(_ body: String, after cursor: String?) throws -> Page {
        try mastodon.page(answer(body), of: "revisions", after: cursor, channel: channel())
    }

    @Test func aPostThatIsMissingIsDeletedAndAChangedOneEdited() throws {
        let listed = try page("[\(note("12", post("102"))),\(note("11", post("101")))]", after: nil)
        #expect(listed.cursor == "check 102 101")
        #expect(listed.decoded.items.isEmpty)
        let request = try mastodon.request(for: "revisions", after: listed.cursor, channel: channel())
        #expect(request.url == "https://social.example/api/v1/statuses?id%5B%5D=102&id%5B%5D=101")

        let edited = post("102", edited: "2026-11-22T09:05:00.000Z")
        let checked = try page("[\(edited)]", after: listed.cursor)
        #expect(checked.decoded.items.count == 2)
        #expect(checked.decoded.items.first?.draft?.id == "102")
        #expect(checked.decoded.items.last?.change == .delete(id: "101", at: nil))

        let again = try page("[\(note("12", edited))]", after: checked.cursor)
        #expect(again.decoded.items.isEmpty, "an edit is told once")
    }

    @Test func anUnreadablePostLetsNothingCountAsGone() throws {
        let checked = try page("[{\"id\":\"102\"}]", after: "check 102 101")
        #expect(checked.decoded.items.isEmpty)
    }

    @Test func serversWithOtherIdsAreNeverAskedForSeveralPosts() throws {
        #expect(try page("[\(note("01M8", post("01M808FG2T")))]", after: nil).cursor == "list 01M808FG2T")
    }
}
