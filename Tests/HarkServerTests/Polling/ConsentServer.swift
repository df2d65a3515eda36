import HarkFakes
import Hummingbird
import Synchronization

/// A network that turns any code into tokens and remembers what was posted to it.
final class ConsentServer: Sendable {
    private let seen = Mutex<[String]>([])

    /// The bodies of all posts.
    var bodies: [String] { seen.withLock { $0 } }

    func start() async throws -> LiveServer {
        let router = Router()
        router.post("**") { request, _ in
            let body = String(buffer: try await request.body.collect(upTo: 1 << 16))
            self.seen.withLock { $0.append(body) }
            return request.uri.path == "/api/v1/apps"
                ? #"{"id":1,"client_id":"made-id","client_secret":"made-secret"}"#
                : #"{"access_token":"fresh","refresh_token":"again","expires_in":7200,"token_type":"bearer"}"#
        }
        router.get("**") { _, _ in #"{"id":"7","acct":"us","name":"us","data":{"id":"7","username":"us"}}"# }
        return try await LiveServer.start(router)
    }
}
