import HarkClient
import HarkCore
import HarkCurl
import Testing

/// The event stream as our own programs read it.
struct EventFeedTests {
    @Test func theFeedTellsWhatHappensAndResumesWithoutAGap() async throws {
        try await LiveHark.run { hark async throws in
            let key = try #require(hark.keys[.agent])
            let feed = EventFeed(
                server: "http://127.0.0.1:\(hark.port)",
                token: Secret(key),
                transport: CurlTransport()
            )
            let id = try await hark.conversation("hello", from: "kim")
            var seen: [Int64] = []
            for try await word in feed.words(after: 0) {
                guard case .event(let event) = word else { continue }
                #expect(event.conversation == id || event.kind == .tokenCreated)
                seen.append(event.id)
                if event.kind == .conversationOpened { break }
            }
            for try await word in feed.words(after: seen.last) {
                guard case .event(let event) = word else { continue }
                seen.append(event.id)
                if try await hark.store.lastEvent() == event.id { break }
            }
            #expect(seen == seen.sorted() && Set(seen).count == seen.count && seen.first == 1)
        }
    }

    @Test func aBadKeyIsRefusedInWords() async throws {
        try await LiveHark.run { hark async throws in
            let feed = EventFeed(
                server: "http://127.0.0.1:\(hark.port)",
                token: Secret("no"),
                transport: CurlTransport()
            )
            await #expect { for try await _ in feed.words(after: nil) {} } throws: { error in
                (error as? Failure)?.code == .unauthorised
            }
        }
    }
}
