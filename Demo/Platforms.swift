import HarkCore
import HarkFakes
import Hummingbird
import Synchronization

/// Stands in for the providers' APIs that answers leave by: the Graph API and Telegram's. Says yes to everything.
final class Platforms: Sendable {
    /// Where it answers.
    var origin: String { server.origin }
    /// How many answers have arrived.
    var received: Int { count.value }

    private let server: LiveServer
    private let count: Counter

    private init(server: LiveServer, count: Counter) {
        self.server = server
        self.count = count
    }

    static func start() async throws -> Platforms {
        let count = Counter()
        let router = Router<BasicRequestContext>()
        router.get("/:first/:second") { _, context in
            context.parameters.get("second") == "getMe"
                ? #"{"ok":true,"result":{"id":7301122334,"is_bot":true,"username":"nordlicht_bot"}}"#
                : #"{"id":"102030405060","name":"Nordlicht","username":"nordlicht","verified_name":"Nordlicht"}"#
        }
        router.post("/:first/sendMessage") { _, _ in
            let number = count.next()
            return
                #"{"ok":true,"result":{"message_id":\#(900_000 + number),"date":1,"chat":{"id":1,"type":"private"}}}"#
        }
        router.post("/:first/:second/:edge") { request, context in
            let number = count.next()
            guard context.parameters.get("edge") == "messages" else { return #"{"id":"77_\#(900 + number)"}"# }
            return #"{"message_id":"mid.sent-\#(number)","messages":[{"id":"wamid.sent-\#(number)"}]}"#
        }
        return Platforms(server: try await LiveServer.start(router), count: count)
    }

    func stop() async { await server.stop() }
}

/// Numbers what arrives.
private final class Counter: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    func next() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }
}
