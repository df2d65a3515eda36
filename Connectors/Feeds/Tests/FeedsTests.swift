import HarkCore
import HarkFeeds
import Testing

private let feeds = FeedsConnector()
private let channel = Channel(
    id: Channel.ID("feed"),
    network: Network("rss"),
    account: "acme",
    settings: ["url": "https://news.example/feed.xml"],
    backfillFloor: Instant(seconds: 50)
)

private func page(_ body: String, status: Int = 200, headers: [HTTPField] = []) throws -> Page {
    let response = HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
    return try feeds.page(response, of: "entries", after: nil, channel: channel)
}

private func drafts(_ body: String) throws -> [Draft] {
    try page(body).decoded.items.compactMap { item in
        switch item.change {
        case .message(let draft), .edit(let draft): draft
        default: nil
        }
    }
}

@Suite struct ReadingFeeds {
    @Test func rss() throws {
        let drafts = try drafts(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Blog</title>
            <item><title>Old &amp; good</title><link>https://b.example/1</link><guid>g1</guid>
            <description>short</description><content:encoded><![CDATA[<p>Long <b>text</b></p>]]></content:encoded>
            <dc:creator>Ana</dc:creator><pubDate>Sun, 22 Nov 2026 09:00:00 +0100</pubDate>
            <enclosure url="https://b.example/a.mp3" type="audio/mpeg" length="12"/></item>
            <item><title>No guid</title><link>https://b.example/2</link></item></channel></rss>
            """
        )
        let first = try #require(drafts.first { $0.id == "g1" })
        #expect(first.subject == "Old & good" && first.text == "Long text" && first.author?.name == "Ana")
        #expect(first.sentAt == Instant("2026-11-22T08:00:00Z") && first.attachments.first?.kind == .audio)
        let second = try #require(drafts.first { $0.id == "https://b.example/2" })
        #expect(second.sentAt == Instant(seconds: 50) && second.author?.name == "Blog")
    }

    @Test func atomOfANewsAlert() throws {
        let drafts = try drafts(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Alert - acme</title><entry>
            <id>tag:google.com,2013:googlealerts/feed:1</id><title type="html">&lt;b&gt;Acme&lt;/b&gt; falls</title>
            <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://n.example/a%3Fb&amp;ct=ga"/>
            <published>2026-11-22T07:00:00Z</published><updated>2026-11-22T07:00:00Z</updated>
            <content type="html">Shares of &lt;b&gt;Acme&lt;/b&gt;&amp;nbsp;fall</content><author><name></name></author>
            </entry></feed>
            """
        )
        let draft = try #require(drafts.first)
        #expect(draft.url == "https://n.example/a?b" && draft.subject == "Acme falls")
        #expect(draft.text == "Shares of Acme\u{A0}fall" && draft.author?.name == "Alert - acme")
    }

    @Test func jsonFeed() throws {
        let drafts = try drafts(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":7,"content_text":"a < b",
            "date_published":"2026-11-22T07:00:00Z","authors":[{"name":"Ana"}]},{"id":{}}]}
            """
        )
        #expect(drafts.map(\.id) == ["7"] && drafts.first?.text == "a < b")
    }

    @Test func entriesWithNeitherIdNorLinkAreKnownByWhatTheySay() throws {
        let body = """
            <rss><channel><item><title>Status</title><description>All is well</description></item>
            <item><title>Status</title><description>It is down</description></item><item><author>ana</author></item>
            </channel></rss>
            """
        let (first, again) = (try page(body), try page(body))
        #expect(Set(try drafts(body).map(\.id)).count == 2 && first.decoded.items.count == 2)
        #expect(first.decoded.skipped == ["an entry that says nothing"] && again == first)
    }

    @Test func aChangedEntryIsAnEdit() throws {
        let body = """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>A</title>
            <published>2026-11-22T07:00:00Z</published><updated>2026-11-22T08:00:00Z</updated></entry></feed>
            """
        guard case .edit? = try page(body).decoded.items.first?.change else {
            Issue.record("expected an edit")
            return
        }
    }

    @Test(arguments: ["", "<html><body>503</body></html>", "{}", "<rss><channel><item><title>cut"])
    func whatIsNoFeedIsUndecoded(body: String) {
        #expect(throws: DecodingFailure.self) { try page(body) }
    }

    @Test func aFeedThatNamesAFileGetsNoneOfIt() throws {
        let body = """
            <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><guid>1</guid>
            <title>a &x; b</title></item></channel></rss>
            """
        for draft in (try? drafts(body)) ?? [] { #expect(draft.subject?.contains("root") != true) }
    }

    @Test func anUnchangedFeedIsNotSentAgain() throws {
        let tag = [HTTPField("ETag", "\"a|b&c\""), HTTPField("Last-Modified", "Sun, 22 Nov 2026 09:00:00 GMT")]
        let cursor = try page("<rss><channel/></rss>", headers: tag).cursor
        let request = try feeds.request(for: "entries", after: cursor, channel: channel)
        #expect(request.headers.value(of: "if-none-match") == "\"a|b&c\"")
        #expect(request.headers.value(of: "if-modified-since") == "Sun, 22 Nov 2026 09:00:00 GMT")
        let unchanged = HTTPResponse(status: 304)
        #expect(feeds.failure(in: unchanged, channel: channel, now: Instant(seconds: 0)) == nil)
        #expect(try page("", status: 304) == Page(decoded: Decoded(), cursor: nil, hasMore: false))
    }

    @Test func aMovedFeedSaysWhereTo() {
        let moved = HTTPResponse(status: 301, headers: [HTTPField("Location", "https://new.example/feed")])
        let failure = feeds.failure(in: moved, channel: channel, now: Instant(seconds: 0))
        #expect(failure?.reason.contains("https://new.example/feed") == true)
    }
}
