import HarkCore
import HarkCurl
import HarkFakes
import Testing

/// HTTP over real sockets: what a connector may rely on.
@Suite(.timeLimit(.minutes(1)))
struct CurlTransportTests {
    private let transport = CurlTransport()

    @Test(arguments: [200, 202, 301, 400, 401, 404, 429, 500, 503])
    func anyStatusIsAnAnswer(_ status: Int) async throws {
        let server = try await LiveServer.start(echoRouter())
        let response = try await transport.send(HTTPRequest(url: "\(server.origin)/status/\(status)"))
        #expect(response.status == status)
        await server.stop()
    }

    @Test func methodBodyAndHeadersArriveAndReturn() async throws {
        let server = try await LiveServer.start(echoRouter())
        let body = Array("ä\0\r\n.".utf8)
        let response = try await transport.send(
            HTTPRequest(
                method: "PATCH",
                url: "\(server.origin)/echo?a=1",
                headers: [HTTPField("X-Asked", "yes"), HTTPField("X-Empty", "")],
                body: body
            )
        )
        #expect(response.body == body)
        #expect(response.header("x-method") == "PATCH")
        #expect(response.header("X-Query") == "a=1")
        #expect(response.header("x-asked") == "yes")
        #expect(response.header("x-user-agent") == "Hark/\(HarkCore.version)")
        #expect(response.header("x-content-type") == "none", "libcurl's own content type must not leak")
        #expect(response.header("x-expect") == "none")
        await server.stop()
    }

    @Test func anEmptyPostIsStillAPost() async throws {
        let server = try await LiveServer.start(echoRouter())
        let response = try await transport.send(HTTPRequest(method: "POST", url: "\(server.origin)/echo"))
        #expect(response.header("x-method") == "POST")
        #expect(response.body.isEmpty)
        await server.stop()
    }

    @Test func answersWithoutABodyEnd() async throws {
        let server = try await LiveServer.start(echoRouter())
        let head = try await transport.send(HTTPRequest(method: "HEAD", url: "\(server.origin)/bytes/5000"))
        let none = try await transport.send(HTTPRequest(method: "DELETE", url: "\(server.origin)/status/204"))
        #expect(head.status == 200 && head.body.isEmpty && head.header("content-length") == "5000")
        #expect(none.status == 204 && none.body.isEmpty)
        await server.stop()
    }

    @Test func redirectsAreNotFollowed() async throws {
        let server = try await LiveServer.start(echoRouter())
        let response = try await transport.send(HTTPRequest(url: "\(server.origin)/elsewhere"))
        #expect(response.status == 302)
        #expect(response.header("location") == "/status/200")
        await server.stop()
    }

    @Test func anAnswerMayBeAsLargeAsTheRequestAllowsAndNoLarger() async throws {
        let server = try await LiveServer.start(echoRouter())
        let url = "\(server.origin)/bytes/100000"
        let fits = try await transport.send(HTTPRequest(url: url, responseLimit: 100_000))
        #expect(fits.body.count == 100_000)
        await #expect(throws: TransportFailure.tooLarge(limit: 99_999)) {
            try await transport.send(HTTPRequest(url: url, responseLimit: 99_999))
        }
        await server.stop()
    }

    @Test func aSlowAnswerTimesOutWithoutShowingTheURL() async throws {
        let server = try await LiveServer.start(echoRouter())
        let request = HTTPRequest(url: "\(server.origin)/never?token=hush", timeout: Span(milliseconds: 200))
        let failure = await #expect(throws: TransportFailure.self) { try await transport.send(request) }
        guard case .timedOut = failure else {
            Issue.record("expected a timeout, got \(String(describing: failure))")
            return
        }
        #expect(failure?.description.contains("hush") == false)
        #expect(failure?.description.contains("never") == false)
        await server.stop()
    }

    @Test func twoHundredAtOnceAllGetTheirOwnAnswer() async throws {
        let server = try await LiveServer.start(echoRouter())
        let answers = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for number in 0..<200 {
                group.addTask {
                    let request = HTTPRequest(
                        method: "PUT",
                        url: "\(server.origin)/echo",
                        body: Array("\(number)".utf8)
                    )
                    return (number, try await transport.send(request).body)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(answers.count == 200)
        #expect(answers.allSatisfy { $0.value == Array("\($0.key)".utf8) })
        await server.stop()
    }
}
