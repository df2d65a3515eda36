import HarkCore
import HarkCurl
import HarkFakes
import Synchronization
import Testing

/// Answers that do not end, over real sockets.
@Suite(.timeLimit(.minutes(1)))
struct StreamingTests {
    private let transport = CurlTransport()

    @Test func partsArriveInOrder() async throws {
        let server = try await LiveServer.start(streamRouter())
        let heard = Mutex<[UInt8]>([])
        let response = try await transport.stream(HTTPRequest(url: server.origin + "/slow")) { part in
            heard.withLock { $0 += part }
        }
        #expect(response.status == 200 && response.body.isEmpty)
        #expect(String(decoding: heard.withLock { $0 }, as: UTF8.self) == "one two three")
        await server.stop()
    }

    @Test func aRefusalIsAnAnswerAndNoPart() async throws {
        let server = try await LiveServer.start(streamRouter())
        let response = try await transport.stream(HTTPRequest(url: server.origin + "/refused")) { _ in
            Issue.record("a refusal is no part of the stream")
        }
        #expect(response.status == 403 && response.body == Array("no".utf8))
        await server.stop()
    }

    @Test func cancellingEndsAStreamThatSaysNothing() async throws {
        let server = try await LiveServer.start(streamRouter())
        let (parts, tell) = AsyncStream<[UInt8]>.makeStream()
        let task = Task {
            try await transport.stream(HTTPRequest(url: server.origin + "/silent")) { tell.yield($0) }
        }
        _ = await parts.first { _ in true }
        task.cancel()
        await #expect(throws: TransportFailure.cancelled) { try await task.value }
        await server.stop()
    }

    @Test func aServerThatGoesAwayIsAFailure() async throws {
        let server = try await LiveServer.start(streamRouter())
        let (parts, tell) = AsyncStream<[UInt8]>.makeStream()
        let task = Task {
            try await transport.stream(HTTPRequest(url: server.origin + "/silent")) { tell.yield($0) }
        }
        _ = await parts.first { _ in true }
        await server.stop()
        await #expect(throws: TransportFailure.self) { try await task.value }
    }
}
