import HarkConnectors
import HarkCore
import HarkFakes
import Hummingbird
import Synchronization
import Testing

/// What a stream tells is there at once; the poll, an hour away, need not be waited for.
@Suite(.timeLimit(.minutes(1)))
struct StreamListenerTests {
    private static let note = """
        {"id":"7","type":"mention","status":{"id":"70","created_at":"2026-11-22T09:29:00Z","visibility":"public",\
        "content":"<p>Hello</p>","account":{"id":"9","acct":"ana@far.example"}}}
        """

    private static func channel(_ server: LiveServer, every interval: Span) -> Channel {
        Channel(
            id: .init("fedi"),
            network: Network("mastodon"),
            account: "us",
            server: server.origin,
            settings: ["recheck": "0"],
            secrets: ["token": Secret("fake-token")],
            pollInterval: interval
        )
    }

    /// A server whose notifications stay empty, with a stream as given.
    private static func run(
        every interval: Span = .hours(1),
        polled: @escaping @Sendable () -> Void = {},
        stream: @escaping @Sendable (Request) -> Response,
        _ test: (LiveHark) async throws -> Void
    ) async throws {
        let router = Router()
        router.get("/api/v1/notifications") { _, _ in
            polled()
            return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "[]")))
        }
        router.get("/api/v1/streaming/user/notification") { request, _ in stream(request) }
        let server = try await LiveServer.start(router)
        try await LiveHark.run(channels: [channel(server, every: interval)], networks: Connectors.all, test)
        await server.stop()
    }

    private static func telling(_ parts: [String]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream"],
            body: .init { writer in
                for part in parts { try await writer.write(ByteBuffer(string: part)) }
                try await Task.sleep(for: .seconds(3600))
            }
        )
    }

    @Test func whatItTellsIsFiledAtOnceAndOnce() async throws {
        let event = "event: notification\ndata: \(Self.note)\n\n"
        let parts = [
            ":thump\n", String(event.prefix(40)), String(event.dropFirst(40)) + event, "event: filters_changed\n\n",
        ]
        let tokens = Mutex<[String]>([])
        try await Self.run(stream: { request in
            tokens.withLock { $0.append(request.headers[.authorization] ?? "") }
            return Self.telling(parts)
        }) { hark in
            while try await hark.store.counts().messages == 0 {
                await hark.events(after: try await hark.store.lastEvent())
            }
            let rows = try await hark.store.conversations(matching: .all, after: nil, limit: 10, now: hark.now)
            #expect(rows.count == 1)
            #expect(tokens.withLock { $0 } == ["Bearer fake-token"])
        }
    }

    @Test func whatCannotBeReadIsKeptAndTakenInAgainAsTheEventItWas() async throws {
        try await Self.run(stream: { _ in Self.telling(["event: status.update\ndata: {\"id\":7}\n\n"]) }) { hark in
            var kept: [DeliveryView] = []
            while kept.isEmpty {
                let answer = try await hark.call("GET", "/api/v1/deliveries?undecoded=true", as: .admin)
                kept = (try answer.json() as ListView<DeliveryView>).data
            }
            let again = try await hark.call("POST", "/api/v1/deliveries/retry", as: .admin, json: "{}")
            let outcome = (try again.json() as ListView<DeliveryRetry>).data
            #expect(outcome.map(\.ok) == [false] && outcome.first?.error == kept[0].error)
        }
    }

    @Test func aServerWithoutAStreamIsAskedOnceAndPolledOn() async throws {
        let asked = Mutex(0)
        let (polls, tell) = AsyncStream<Void>.makeStream()
        try await Self.run(
            every: Span(milliseconds: 20),
            polled: { if asked.withLock({ $0 }) > 0 { tell.yield() } },
            stream: { _ in
                asked.withLock { $0 += 1 }
                return Response(status: .notFound)
            }
        ) { _ in
            var times = 0
            for await _ in polls {
                times += 1
                if times == 10 { break }
            }
        }
        #expect(asked.withLock { $0 } == 1)
    }

    @Test func aStreamThatBreaksOffIsOpenedAgain() async throws {
        let (heard, tell) = AsyncStream<Void>.makeStream()
        try await Self.run(stream: { _ in
            tell.yield()
            return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: ":thump\n\n")))
        }) { _ in
            var times = 0
            for await _ in heard {
                times += 1
                if times == 3 { break }
            }
            #expect(times == 3)
        }
    }

    @Test func aChannelMayWantNone() throws {
        let mastodon = try #require(
            ConnectorRegistry(Connectors.all).connector(for: Network("mastodon")) as? any StreamingConnector
        )
        var channel = Channel(
            id: .init("fedi"),
            network: Network("mastodon"),
            account: "us",
            server: "https://social.example",
            secrets: ["token": Secret("t")]
        )
        #expect(try mastodon.stream(of: channel)?.url == "https://social.example/api/v1/streaming/user/notification")
        channel.settings["stream"] = "https://streaming.social.example"
        #expect(try mastodon.stream(of: channel)?.url.hasPrefix("https://streaming.social.example/") == true)
        channel.settings["stream"] = "off"
        #expect(try mastodon.stream(of: channel) == nil)
    }
}
