import Foundation
import HarkClient
import HarkCore
import Synchronization
import Testing

/// Answers every request with one response, or throws; keeps the requests.
private final class Replay: Transport {
    private let result: Result<HTTPResponse, TransportFailure>
    private let sent = Mutex<[HTTPRequest]>([])

    init(_ result: Result<HTTPResponse, TransportFailure>) { self.result = result }

    convenience init(_ value: some Encodable, status: Int = 200) throws {
        self.init(.success(HTTPResponse(status: status, body: [UInt8](try JSONEncoder().encode(value)))))
    }

    var requests: [HTTPRequest] { sent.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        sent.withLock { $0.append(request) }
        return try result.get()
    }
}

private func desk(_ transport: Replay, server: String = "http://127.0.0.1:8425") -> RemoteDesk {
    RemoteDesk(server: server, token: Secret("t0ken"), transport: transport)
}

@Suite("The desk over REST")
struct RemoteDeskTests {
    @Test func theInboxAsksForAPageOfAQuery() async throws {
        let transport = try Replay(Sample.inbox)
        let request = InboxRequest(query: "topic:outage -from:@us & \"ä b\"", limit: 5, cursor: "a/b=")
        #expect(try await desk(transport, server: "https://hark.example/").inbox(request) == Sample.inbox)
        let sent = try #require(transport.requests.first)
        #expect(
            sent.url == "https://hark.example/api/v1/conversations"
                + "?q=topic%3Aoutage%20-from%3A%40us%20%26%20%22%C3%A4%20b%22&limit=5&cursor=a%2Fb%3D"
        )
        #expect(sent.method == "GET")
        #expect(sent.headers.value(of: "authorization") == "Bearer t0ken")
    }

    @Test func aConversationAndItsReasons() async throws {
        let transport = try Replay(Sample.detail)
        #expect(try await desk(transport).conversation(Conversation.ID(42)) == Sample.detail)
        #expect(transport.requests.first?.url.hasSuffix("/api/v1/conversations/42") == true)
        let second = try Replay(Sample.explanation)
        #expect(try await desk(second).explain(Conversation.ID(42)) == Sample.explanation)
        #expect(second.requests.first?.url.hasSuffix("/api/v1/conversations/42/why") == true)
    }

    @Test func everyReplyCarriesAKeyOfItsOwn() async throws {
        let transport = try Replay(Sample.inbox.data[0])
        let command = ReplyCommand(text: "Hello")
        for _ in 0..<2 { _ = try await desk(transport).reply(Conversation.ID(42), command) }
        let keyed = ReplyCommand(text: "Hello", idempotencyKey: "mine")
        _ = try await desk(transport).reply(Conversation.ID(42), keyed)
        let keys = transport.requests.compactMap { $0.headers.value(of: "idempotency-key") }
        #expect(keys.count == 3)
        #expect(Set(keys).count == 3)
        #expect(keys.last == "mine")
        let body = try #require(transport.requests.first?.body)
        #expect(try JSONDecoder().decode(ReplyCommand.self, from: Data(body)) == command)
    }

    @Test func commandsGoToTheirRoutes() async throws {
        let summary = try Replay(Sample.inbox.data[0])
        _ = try await desk(summary).note(Conversation.ID(42), text: "hm")
        let edit = EditCommand(message: 7, text: "ho")
        _ = try await desk(summary).edit(Conversation.ID(42), edit)
        _ = try await desk(summary).change(Conversation.ID(42), ConversationChange(addTags: ["vip"]))
        #expect(
            summary.requests.map { "\($0.method) \($0.url.dropFirst(21))" } == [
                "POST /api/v1/conversations/42/notes", "POST /api/v1/conversations/42/edits",
                "PATCH /api/v1/conversations/42",
            ]
        )
        #expect(
            [0, 2].map { String(decoding: summary.requests[$0].body, as: UTF8.self) } == [
                #"{"text":"hm"}"#, #"{"add_tags":["vip"]}"#,
            ]
        )
        #expect(try JSONDecoder().decode(EditCommand.self, from: Data(summary.requests[1].body)) == edit)
        let checks = try Replay(["data": [ChannelCheck(id: "a", ok: true, detail: "")]])
        #expect(try await desk(checks).checkChannels([Channel.ID("a")]).map(\.id) == ["a"])
        let tokens = try Replay(["data": Sample.tokens])
        #expect(try await desk(tokens).tokens() == Sample.tokens)
        let deliveries = try Replay(DeliveriesPage(data: Sample.deliveries, next: nil))
        _ = try await desk(deliveries).deliveries(DeliveriesRequest(undecodedOnly: true, limit: 9))
        #expect(deliveries.requests.first?.url.hasSuffix("/deliveries?undecoded=true&limit=9") == true)
        let revoked = try Replay(Sample.tokens[1])
        _ = try await desk(revoked).revokeToken(2)
        #expect(revoked.requests.first?.method == "DELETE")
    }

    @Test(arguments: Failure.Code.allCases) func aProblemKeepsItsCode(_ code: Failure.Code) async {
        let body = """
            {"type":"about:blank","title":"No","status":422,"detail":"the text is too long","code":"\(code.rawValue)",
            "problems":[{"pointer":"/text","detail":"600 characters; 500 are allowed"}]}
            """
        let transport = Replay(.success(HTTPResponse(status: 422, body: Array(body.utf8))))
        let expected = Failure(
            code,
            "the text is too long",
            problems: [.init(pointer: "/text", detail: "600 characters; 500 are allowed")]
        )
        await #expect(throws: expected) { try await desk(transport).conversation(Conversation.ID(1)) }
    }

    static let statuses: [(Int, Failure.Code)] = [
        (401, Failure.Code.unauthorised), (403, .forbidden), (404, .notFound), (409, .conflict), (413, .tooLarge),
        (422, .unprocessable), (429, .badRequest), (503, .unavailable), (502, .unavailable), (500, .internalError),
        (302, .internalError),
    ]

    @Test(arguments: statuses) func aRefusalWithoutAProblemIsReadByItsStatus(_ status: Int, _ code: Failure.Code) async
    {
        let transport = Replay(.success(HTTPResponse(status: status, body: Array("<html>".utf8))))
        let error = await #expect(throws: Failure.self) { try await desk(transport).channels() }
        #expect(error?.code == code)
        #expect(error?.message.contains("\(status)") == true)
    }

    @Test(arguments: [TransportFailure.unreachable("refused"), .timedOut("30 s"), .malformed("x"), .tooLarge(limit: 1)])
    func noAnswerIsUnreachable(_ failure: TransportFailure) async {
        let error = await #expect(throws: Failure.self) { try await desk(Replay(.failure(failure))).tokens() }
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("is `hark serve` running?") == true)
        #expect(error?.message.contains("t0ken") == false)
    }

    @Test func cancellationStaysCancellation() async {
        await #expect(throws: CancellationError.self) { try await desk(Replay(.failure(.cancelled))).tokens() }
    }

    @Test func anAnswerOfAnotherVersionIsSaidSo() async throws {
        let error = await #expect(throws: Failure.self) { try await desk(Replay(["x": 1])).tokens() }
        #expect(error?.code == .internalError)
        #expect(error?.message.contains("version") == true)
    }
}
