import Foundation
import HarkFakes
import Hummingbird
import Synchronization

/// The shop's own system, where answers written in Hark arrive.
final class ReplyDoor: Sendable {
    /// An answer as it arrived.
    struct Reply: Sendable, Hashable, Decodable {
        var text: String
        var parent: String
    }

    private let taken: Taken
    private let server: LiveServer

    private final class Taken: Sendable {
        let replies = Mutex<[Reply]>([])
    }

    private init(_ taken: Taken, _ server: LiveServer) {
        self.taken = taken
        self.server = server
    }

    /// A door on a port of its own.
    static func open() async throws -> ReplyDoor {
        struct Event: Decodable {
            var data: Reply
        }
        let taken = Taken()
        let router = Router()
        router.post("/replies") { request, _ in
            let bytes = try await request.body.collect(upTo: 1 << 20)
            let event = try JSONDecoder().decode(Event.self, from: Data(bytes.readableBytesView))
            taken.replies.withLock { $0.append(event.data) }
            return HTTPResponse.Status.ok
        }
        return ReplyDoor(taken, try await LiveServer.start(router))
    }

    var origin: String { server.origin }
    var replies: [Reply] { taken.replies.withLock { $0 } }

    func close() async { await server.stop() }
}
