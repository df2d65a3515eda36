import HarkClient
import HarkCore

/// The event stream without end: after a break it goes on behind the last event it told.
struct Following {
    private static let pauses: [Duration] = [.milliseconds(300), .seconds(1), .seconds(2), .seconds(4), .seconds(8)]

    let session: Session
    /// Of which conversations to tell; empty for everything.
    let query: String
    private var position: Int64?
    private var words: AsyncThrowingStream<EventFeed.Word, any Error>.AsyncIterator?
    private var attempts = 0

    init(session: Session, query: String, position: Int64?) {
        self.session = session
        self.query = query
        self.position = position
    }

    /// The next event of the chosen conversations.
    mutating func next() async throws -> EventView? {
        while true {
            do {
                guard let word = try await word() else {
                    try await pause("the server ended the stream")
                    continue
                }
                switch word {
                case .opened: attempts = 0
                case .alive: break
                case .event(let event):
                    position = event.id
                    if try await isChosen(event) { return event }
                }
            } catch let failure as Failure {
                // A wrong key or address will not become right by waiting.
                guard failure.code == .unreachable || failure.code == .unavailable else { throw failure }
                try await pause(failure.message)
            }
        }
    }

    private mutating func word() async throws -> EventFeed.Word? {
        var iterator = words ?? session.surroundings.feed(session.address).words(after: position).makeAsyncIterator()
        let word = try await iterator.next()
        words = word == nil ? nil : iterator
        return word
    }

    private mutating func pause(_ reason: String) async throws {
        words = nil
        session.console.say("\(reason); trying again.")
        try await Task.sleep(for: Self.pauses[min(attempts, Self.pauses.count - 1)])
        attempts += 1
    }

    private func isChosen(_ event: EventView) async throws -> Bool {
        guard !query.isEmpty else { return true }
        guard let id = event.conversation else { return false }
        let request = InboxRequest(query: "(\(query)) id:\(id)", limit: 1)
        return try await !session.desk.inbox(request).data.isEmpty
    }
}
