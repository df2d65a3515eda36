import HarkCore
import HarkCurl
import HarkFakes
import Testing

/// What happens when things go wrong on the way out.
@Suite(.timeLimit(.minutes(1)))
struct CurlTroubleTests {
    private let transport = CurlTransport()

    @Test func aRefusedConnectionIsUnreachableAndSoSafeToRepeat() async throws {
        let server = try RawServer()
        server.stop()
        let url = "http://127.0.0.1:\(server.port)/botSECRET/x"
        let failure = await #expect(throws: TransportFailure.self) { try await transport.send(HTTPRequest(url: url)) }
        guard case .unreachable(let detail) = failure else {
            Issue.record("expected unreachable, got \(String(describing: failure))")
            return
        }
        #expect(!detail.contains("SECRET"))
    }

    @Test func aHangUpAfterTheRequestIsNotCalledUnreachable() async throws {
        let server = try RawServer()
        let request = HTTPRequest(method: "POST", url: "http://127.0.0.1:\(server.port)/gone")
        let failure = await #expect(throws: TransportFailure.self) { try await transport.send(request) }
        guard case .malformed = failure else {
            Issue.record("expected malformed, got \(String(describing: failure))")
            return
        }
        server.stop()
    }

    @Test func aPostIsNeverSentTwiceOverAConnectionThatDies() async throws {
        let server = try RawServer()
        let origin = "http://127.0.0.1:\(server.port)"
        let first = try await transport.send(HTTPRequest(url: "\(origin)/ok"))
        #expect(first.header("x-spaced") == "a value")
        await #expect(throws: TransportFailure.self) {
            try await transport.send(HTTPRequest(method: "POST", url: "\(origin)/gone"))
        }
        #expect(server.requests == ["GET /ok", "POST /gone"])
        server.stop()
    }

    @Test func cancellingTheTaskEndsTheTransfer() async throws {
        let (waiting, tell) = AsyncStream<Void>.makeStream()
        let server = try await LiveServer.start(echoRouter { tell.yield() })
        let origin = server.origin
        let sending = Task { [transport] in try await transport.send(HTTPRequest(url: "\(origin)/never")) }
        for await _ in waiting { break }
        sending.cancel()
        await #expect(throws: TransportFailure.cancelled) { try await sending.value }
        await server.stop()
    }

    @Test func aCancelMayOvertakeItsStart() async throws {
        for _ in 0..<200 {
            let sending = Task { [transport] in try await transport.send(HTTPRequest(url: "http://127.0.0.1:1/x")) }
            sending.cancel()
            // Cancelled, or refused when it was faster; but never left hanging.
            await #expect(throws: TransportFailure.self) { try await sending.value }
        }
    }

    @Test func shutdownCancelsWhatIsUnderWayAndRefusesWhatComesAfter() async throws {
        let (waiting, tell) = AsyncStream<Void>.makeStream()
        let server = try await LiveServer.start(echoRouter { tell.yield() })
        let url = "\(server.origin)/never"
        let sending = Task { [transport] in try await transport.send(HTTPRequest(url: url)) }
        for await _ in waiting { break }
        await transport.shutdown()
        await transport.shutdown()
        await #expect(throws: TransportFailure.cancelled) { try await sending.value }
        await #expect(throws: TransportFailure.cancelled) { try await transport.send(HTTPRequest(url: url)) }
        await server.stop()
    }

    @Test func aTransportThatIsLetGoOfLeavesNobodyWaiting() async throws {
        let (waiting, tell) = AsyncStream<Void>.makeStream()
        let server = try await LiveServer.start(echoRouter { tell.yield() })
        let url = "\(server.origin)/never"
        let sending = Task {
            let brief = CurlTransport()
            return try await withThrowingTaskGroup(of: HTTPResponse.self) { group in
                group.addTask { try await brief.send(HTTPRequest(url: url)) }
                for await _ in waiting { break }
                group.cancelAll()
                return try await group.next()
            }
        }
        await #expect(throws: TransportFailure.cancelled) { try await sending.value }
        await server.stop()
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://127.0.0.1/x", "smtp://127.0.0.1", "http://a b/", "http://a/\r\nX: y", "",
    ])
    func onlyProperHTTPLeaves(_ url: String) async throws {
        let failure = await #expect(throws: TransportFailure.self) { try await transport.send(HTTPRequest(url: url)) }
        guard case .malformed = failure else {
            Issue.record("expected malformed, got \(String(describing: failure))")
            return
        }
    }

    @Test(arguments: [
        HTTPRequest(url: "http://127.0.0.1:1/", headers: [HTTPField("X", "a\r\nY: b")]),
        HTTPRequest(url: "http://127.0.0.1:1/", headers: [HTTPField("X:", "a")]),
        HTTPRequest(url: "http://127.0.0.1:1/", headers: [HTTPField("X", "a\0b")]),
        HTTPRequest(method: "GET / HTTP/1.1\r\nX: y", url: "http://127.0.0.1:1/"),
    ])
    func nothingCanSmuggleAHeader(_ request: HTTPRequest) async throws {
        let failure = await #expect(throws: TransportFailure.self) { try await transport.send(request) }
        guard case .malformed = failure else {
            Issue.record("expected malformed, got \(String(describing: failure))")
            return
        }
    }
}
