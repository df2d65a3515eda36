import HarkCore
import HarkDiscord
import Testing

/// What asking tells only by comparing: edits, deletions, and what is said in threads.
struct DiscordRevisionTests {
    private static let channel = Channel(
        id: Channel.ID("acme-discord"),
        network: Network("discord"),
        account: "900",
        settings: ["channels": "10", "guild": "1", "recheck": "3"],
        secrets: ["token": Secret("t0ken")]
    )

    private func message(_ id: Int, _ text: String = "hi", by author: Int = 5, edited: String? = nil) -> String {
        let time = edited.map { "\"2026-01-02T03:04:\($0)+00:00\"" } ?? "null"
        return
            #"{"id":"\#(id)","channel_id":"10","author":{"id":"\#(author)"},"content":"\#(text)","edited_timestamp":\#(time)}"#
    }

    private func page(_ body: String, of feed: String, after cursor: String?) throws -> Page {
        let response = HTTPResponse(status: 200, body: Array(body.utf8))
        return try DiscordConnector().page(response, of: feed, after: cursor, channel: Self.channel)
    }

    private func look(_ messages: String..., after cursor: String?) throws -> Page {
        try page("[\(messages.joined(separator: ","))]", of: "revisions:10", after: cursor)
    }

    @Test func theNewestMessagesAreLookedAtAgain() throws {
        let request = try DiscordConnector().request(for: "revisions:10", after: "30", channel: Self.channel)
        #expect(request.url == "https://discord.com/api/v10/channels/10/messages?limit=3")
    }

    @Test func anEditIsToldOnceAndOursNever() throws {
        let first = try look(message(30), message(29, by: 900, edited: "05"), after: nil)
        #expect(first.decoded.items.isEmpty && !first.hasMore)
        let edited = try look(
            message(30, "hello", edited: "06"),
            message(29, by: 900, edited: "05"),
            after: first.cursor
        )
        guard case .edit(let draft) = try #require(edited.decoded.items.first).change else {
            Issue.record("no edit")
            return
        }
        #expect(draft.id == "30" && draft.text == "hello" && edited.decoded.items.count == 1)
        let again = try look(
            message(30, "hello", edited: "06"),
            message(29, by: 900, edited: "05"),
            after: edited.cursor
        )
        #expect(again.decoded.items.isEmpty && again.cursor == edited.cursor)
    }

    @Test func whatIsMissingTwiceIsGone() throws {
        let first = try look(message(30), message(29), after: nil)
        let once = try look(message(30), after: first.cursor)
        #expect(once.decoded.items.isEmpty, "a page may come from a cache")
        let back = try look(message(30), message(29), after: once.cursor)
        #expect(back.cursor == first.cursor)
        let twice = try look(message(30), after: once.cursor)
        #expect(twice.decoded.items.map(\.change) == [.delete(id: "29", at: nil)])
        #expect(try look(message(30), after: twice.cursor).decoded.items.isEmpty)
    }

    @Test func whatLeftTheWindowOrCannotBeSeenIsNotGone() throws {
        let first = try look(message(30), message(29), message(28), after: nil)
        let moved = try look(message(33), message(32), message(31), after: first.cursor)
        #expect(try look(message(33), message(32), message(31), after: moved.cursor).decoded.items.isEmpty)
        let blind = try look(after: first.cursor)
        #expect(blind.cursor == first.cursor, "an empty list is a lost permission")
        let odd = try look(message(30), "7", after: first.cursor)
        #expect(odd.decoded.items.isEmpty && odd.cursor == first.cursor)
    }

    @Test func onlyThreadsWithNewsAreAsked() throws {
        let connector = DiscordConnector()
        let start = try connector.request(for: "threads", after: nil, channel: Self.channel)
        #expect(start.url == "https://discord.com/api/v10/guilds/1/threads/active")
        let list = #"""
            {"threads":[{"id":"50","parent_id":"10","last_message_id":"52"},{"id":"60","parent_id":"10","last_message_id":null},
            {"id":"70","parent_id":"99","last_message_id":"71"}, 7],"members":[]}
            """#
        let listed = try page(list, of: "threads", after: nil)
        #expect(listed.hasMore)
        let next = try connector.request(for: "threads", after: listed.cursor, channel: Self.channel)
        #expect(next.url == "https://discord.com/api/v10/channels/50/messages?limit=100&after=50")
        let said = #"[{"id":"52","channel_id":"50","author":{"id":"5"},"content":"in a thread"}]"#
        let read = try page(said, of: "threads", after: listed.cursor)
        #expect(read.decoded.items.count == 1 && read.cursor == "50@52" && !read.hasMore)
        #expect(try page(list, of: "threads", after: read.cursor).cursor == "50@52", "no news")
        #expect(try page(#"{"threads":[]}"#, of: "threads", after: read.cursor).cursor == "50@52", "at rest")
    }

    @Test func aThreadThatIsClosedToUsHoldsUpNoOther() throws {
        let around = DiscordConnector().detour(
            around: .forbidden("Missing Access (50001)"),
            in: "threads",
            after: "50@50>52 60@60>61",
            channel: Self.channel
        )
        #expect(around?.cursor == "50@52 60@60>61")
    }
}
