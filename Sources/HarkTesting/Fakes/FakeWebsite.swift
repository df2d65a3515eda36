import Hummingbird
import NIOCore
import Synchronization

/// A page of the web on loopback that says the same to everybody who asks: a calendar, a feed.
public final class FakeWebsite: Sendable {
    /// Where it answers: `http://127.0.0.1:PORT`.
    public var origin: String { door.origin }
    /// Every request as it arrives; for one reader.
    public var requests: AsyncStream<SeenRequest> { door.requests }

    private let door = FakeDoor()
    private let text: Mutex<String>

    private init(_ text: String) { self.text = Mutex(text) }

    /// Starts a server that answers every path with a text.
    public static func start(_ text: String) async throws -> FakeWebsite {
        let website = FakeWebsite(text)
        let router = Router<BasicRequestContext>()
        router.get("**") { request, _ in try await website.answer(request) }
        try await website.door.open(router, port: 0)
        return website
    }

    /// Ends the server and every open connection.
    public func stop() async { await door.close() }

    /// What it says from now on.
    public func say(_ text: String) { self.text.withLock { $0 = text } }

    /// Orders trouble for the next requests, one each.
    public func order(_ fault: FakeFault, times: Int = 1) { door.order(fault, times: times) }

    private func answer(_ request: Request) async throws -> Response {
        switch try await door.admit(request) {
        case .rateLimited: Response(status: .tooManyRequests)
        case .status(let code): Response(status: .init(code: code))
        case .malformed, .hang, .pass, nil:
            Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: text.withLock { $0 })))
        }
    }
}
