import Foundation
public import HarkCore
import Synchronization

/// What happens on the server, live: the event stream, read as it comes.
public struct EventFeed: Sendable {
    /// What the feed tells.
    public enum Word: Sendable, Hashable {
        /// The stream stands: from here on nothing is missed.
        case opened
        /// Something happened.
        case event(EventView)
        /// Nothing happened, and the server is there.
        case alive
    }

    /// The server says something every 15 seconds; three times that is silence.
    private static let longestSilence = Span.seconds(45)

    private let api: API
    private let streaming: any StreamingTransport

    /// A feed from the server at an origin, on behalf of the token's owner.
    public init(server: String, token: Secret, transport: any StreamingTransport) {
        api = API(server: server, token: token, transport: transport)
        streaming = transport
    }

    /// What happens after a position of the log; from now on when there is none. One connection: when it ends, the sequence
    /// ends or throws ``Failure``, and the caller resumes after the last event it got.
    public func words(after position: Int64?) -> AsyncThrowingStream<Word, any Error> {
        AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    try await run(after: position) { continuation.yield($0) }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func run(after position: Int64?, tell: @escaping @Sendable (Word) -> Void) async throws {
        var request = api.request("GET", ["events", "stream"], ["after": position.map(String.init)])
        request.timeout = Self.longestSilence
        let reader = Mutex(Reader())
        do {
            let response = try await streaming.stream(request) { part in
                for word in reader.withLock({ $0.read(part) }) { tell(word) }
            }
            guard (200..<300).contains(response.status) else { throw Problem.failure(in: response) }
        } catch TransportFailure.cancelled {
            throw CancellationError()
        } catch let failure as TransportFailure {
            throw Failure(.unreachable, "lost the server at \(api.server) (\(failure))")
        }
    }

    /// Bytes to words.
    private struct Reader {
        private var blocks = ServerSentEvents()
        private var isOpen = false

        mutating func read(_ part: [UInt8]) -> [Word] {
            var words: [Word] = []
            if !isOpen {
                isOpen = true
                words.append(.opened)
            }
            for block in blocks.feed(part) {
                let event = block.data.flatMap { try? JSONDecoder().decode(EventView.self, from: Data($0.utf8)) }
                words.append(event.map(Word.event) ?? .alive)
            }
            return words
        }
    }
}
