import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// A request that reached a fake server.
public struct SeenRequest: Sendable, Hashable {
    /// The method, upper case.
    public var method: String
    /// Path and query as they were sent.
    public var target: String
}

/// Trouble a fake server can be told to make.
public enum FakeFault: Sendable, Hashable {
    /// 429 in the network's own form.
    case rateLimited(seconds: Int)
    /// Any other status with an error in the network's own form.
    case status(Int)
    /// 200 with the first half of an answer.
    case malformed
    /// No answer until the server stops or the client goes.
    case hang
    /// None: the request is answered, and the trouble ordered after it waits for the next.
    case pass
}

/// What every request to a fake server passes: it tells whoever waits for requests, and plays the ordered trouble. It also
/// opens and closes the server behind it.
final class FakeDoor: Sendable {
    /// Requests as they arrive; for one reader.
    let requests: AsyncStream<SeenRequest>
    private let tell: AsyncStream<SeenRequest>.Continuation
    private let faults = Mutex<[FakeFault]>([])
    private let server = Mutex<LiveServer?>(nil)

    /// Where the server answers; empty before it is open.
    var origin: String { server.withLock { $0?.origin ?? "" } }

    init() { (requests, tell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(10_000)) }

    /// Opens a server that serves the routes.
    func open(_ router: Router<BasicRequestContext>, port: Int) async throws {
        let opened = try await LiveServer.start(router, port: port)
        server.withLock { $0 = opened }
    }

    /// Ends the server and every open connection.
    func close() async { await server.withLock { $0 }?.stop() }

    /// Orders trouble for the next requests, one each, after what was ordered before.
    func order(_ fault: FakeFault, times: Int) {
        faults.withLock { $0 += Array(repeating: fault, count: times) }
    }

    /// Notes a request and says what trouble it must meet. A hang is played here.
    func admit(_ request: Request) async throws -> FakeFault? {
        tell.yield(SeenRequest(method: request.method.rawValue, target: request.uri.string))
        let fault = faults.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if fault == .hang { try await Task.sleep(for: .seconds(3600)) }
        return fault
    }
}

extension Response {
    /// An answer with a JSON body.
    static func json(_ body: String, code: Int = 200, headers: [String: String] = [:]) -> Response {
        var fields: HTTPFields = [.contentType: "application/json; charset=utf-8"]
        for (name, value) in headers {
            if let name = HTTPFields.Key(name) { fields[name] = value }
        }
        return Response(status: .init(code: code), headers: fields, body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}

extension Request {
    /// The first value of a header.
    func header(_ name: String) -> String? { HTTPFields.Key(name).flatMap { headers[$0] } }

    /// The body as a value; nil when it is none.
    func json<Value: Decodable>(_ type: Value.Type) async throws -> Value? {
        let bytes = try await body.collect(upTo: 1 << 20)
        return try? JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
    }
}
