import HarkClient
import HarkCore
import HarkScreen

/// The event feed without end: when the connection is lost it says so, tries again, and goes on where it stopped.
enum ReconnectingNews {
    private static let pauses: [Duration] = [.milliseconds(300), .seconds(1), .seconds(2), .seconds(4), .seconds(8)]

    static func stream(of feed: EventFeed) -> AsyncStream<ScreenNews> {
        AsyncStream { continuation in
            let task = Task {
                var position: Int64?
                var attempts = 0
                while !Task.isCancelled {
                    do {
                        for try await word in feed.words(after: position) {
                            switch word {
                            case .opened:
                                attempts = 0
                                continuation.yield(.connected)
                            case .event(let event):
                                position = event.id
                                continuation.yield(.event(event))
                            case .alive: break
                            }
                        }
                        continuation.yield(.lost("the server ended the stream"))
                    } catch {
                        continuation.yield(.lost((error as? Failure)?.message ?? "\(error)"))
                    }
                    try? await Task.sleep(for: pauses[min(attempts, pauses.count - 1)])
                    attempts += 1
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}
