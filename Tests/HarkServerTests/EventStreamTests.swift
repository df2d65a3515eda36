import HarkCore
import Testing

/// The event stream on a raw connection.
struct EventStreamTests {
    static func open(_ hark: LiveHark, _ path: String = "/api/v1/events/stream", lastEvent: Int64? = nil) throws -> Wire
    {
        let wire = try Wire(port: hark.port)
        let resume = lastEvent.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        wire.say(
            "GET \(path) HTTP/1.1\r\nHost: hark\r\nAuthorization: Bearer \(hark.keys[.agent] ?? "")\r\n\(resume)\r\n"
        )
        return wire
    }

    static func ids(_ text: String) -> [Int64] {
        // A chunk's head ends in CR LF, which is one character.
        text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("id: ") }.compactMap { Int64($0.dropFirst(4)) }
    }

    @Test func whatHappensArrivesAtOnce() async throws {
        try await LiveHark.run { hark async throws in
            let wire = try Self.open(hark)
            let head = await wire.hear { $0.contains("retry: 2000") }
            #expect(head.contains("text/event-stream") && head.hasPrefix("HTTP/1.1 200"))
            _ = try await hark.deliver(WirePaper.text([1]))
            let text = await wire.hear { $0.contains("event: message.received") && $0.contains("\"kind\":") }
            #expect(text.contains("data: {"))
        }
    }

    @Test func aReaderResumesAfterTheLastEventItHasSeen() async throws {
        try await LiveHark.run { hark async throws in
            for number in 1...3 { _ = try await hark.conversation("hello", from: "kim\(number)") }
            let all = try await hark.store.events(after: 0, limit: 200).compactMap { $0.id?.rawValue }
            let last = try #require(all.last)
            for seen in [0, all[all.count / 2], all[all.count - 2]] {
                let expected = all.filter { $0 > seen }
                let byHeader = try Self.open(hark, lastEvent: seen)
                #expect(Self.ids(await byHeader.hear { Self.ids($0).contains(last) }) == expected)
                let byAddress = try Self.open(hark, "/api/v1/events/stream?after=\(seen)")
                #expect(Self.ids(await byAddress.hear { Self.ids($0).contains(last) }) == expected)
            }
        }
    }

    @Test func theStreamEndsWithTheService() async throws {
        try await LiveHark.run { hark async throws in
            let wire = try Self.open(hark)
            _ = await wire.hear { $0.contains("retry: 2000") }
            await hark.stop()
            let started = ContinuousClock.now
            // The end of a chunked body; the connection closes behind it.
            let rest = await wire.hear { $0.contains("0\r\n\r\n") }
            #expect(rest.contains("0\r\n\r\n"))
            #expect(started.duration(to: .now) < .seconds(3))
        }
    }

    @Test func aMeaninglessPositionIsRefused() async throws {
        try await LiveHark.run { hark async throws in
            let headers = [HTTPField("Last-Event-ID", "yesterday")]
            #expect(try await hark.call("GET", "/api/v1/events/stream", as: .agent, headers: headers).status == 400)
            #expect(try await hark.call("GET", "/api/v1/events/stream?after=x", as: .agent).status == 400)
        }
    }
}
