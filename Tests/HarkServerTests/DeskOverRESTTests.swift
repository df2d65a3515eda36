import HarkCore
import Testing

/// The inbox over HTTP: what goes in comes out.
struct DeskOverRESTTests {
    @Test func theInboxPagesByItsNextLink() async throws {
        try await LiveHark.run { hark async throws in
            for number in 1...5 { _ = try await hark.conversation("hello", from: "kim\(number)") }
            var path: String? = "/api/v1/conversations?q=is:open+hello&limit=2"
            var seen: [Int64] = []
            var pages = 0
            while let current = path, pages < 9 {
                let answer = try await hark.call("GET", current, as: .agent)
                let page: InboxPage = try answer.json()
                seen += page.data.map(\.id)
                pages += 1
                path = answer.header("link").map { String($0.dropFirst().prefix { $0 != ">" }) }
                #expect((path == nil) == (page.next == nil))
            }
            #expect(pages == 3)
            #expect(Set(seen).count == 5 && seen.count == 5)
        }
    }

    @Test func aReplyIsQueuedOnceForAKeyAndSetsPending() async throws {
        try await LiveHark.run { hark async throws in
            let id = try await hark.conversation()
            for key in ["\"k-1\"", "k-1", "\"k-1\""] {
                let answer = try await hark.call(
                    "POST",
                    "/api/v1/conversations/\(id)/replies",
                    as: .agent,
                    headers: [HTTPField("Idempotency-Key", key)],
                    json: #"{"text":"We are on it."}"#
                )
                #expect(answer.status == 201)
                #expect(try answer.json(ConversationSummary.self).state == .pending)
            }
            let detail: ConversationDetail = try await hark.call("GET", "/api/v1/conversations/\(id)", as: .agent)
                .json()
            let replies = detail.messages.filter { $0.direction == .outbound }
            #expect(replies.count == 1)
            #expect(replies.first?.author == "@ana", "a command is the key's owner's")
        }
    }

    @Test func aChangeIsTheKeysOwners() async throws {
        try await LiveHark.run { hark async throws in
            let id = try await hark.conversation()
            let body = #"{"assignee":"ana","add_tags":["vip"],"state":"closed"}"#
            let changed = try await hark.call("PATCH", "/api/v1/conversations/\(id)", as: .agent, json: body)
            let summary: ConversationSummary = try changed.json()
            #expect(summary.assignee == "ana" && summary.tags == ["vip"] && summary.state == .closed)
            let events: ListView<EventView> = try await hark.call("GET", "/api/v1/events?after=0&limit=200", as: .agent)
                .json()
            let byAna = events.data.filter { $0.actor == "@ana" }.map(\.kind)
            #expect(Set(byAna).isSuperset(of: [.conversationAssigned, .conversationTagged, .conversationState]))
        }
    }

    @Test func eventsPageByPosition() async throws {
        try await LiveHark.run { hark async throws in
            for number in 1...4 { _ = try await hark.conversation("hello", from: "kim\(number)") }
            var path: String? = "/api/v1/events?after=0&limit=3"
            var seen: [Int64] = []
            while let current = path {
                let answer = try await hark.call("GET", current, as: .agent)
                seen += try answer.json(ListView<EventView>.self).data.map(\.id)
                path = answer.header("link").map { String($0.dropFirst().prefix { $0 != ">" }) }
            }
            #expect(seen == seen.sorted() && Set(seen).count == seen.count)
            #expect(try await hark.store.lastEvent() == seen.last)
        }
    }
}
