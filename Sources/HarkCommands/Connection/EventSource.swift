import HarkClient
import HarkCore

/// Where events come from, live: the server's stream, or a test's script.
protocol EventSource: Sendable {
    /// What happens after a position of the log; from now on when there is none.
    func words(after position: Int64?) -> AsyncThrowingStream<EventFeed.Word, any Error>
}

extension EventFeed: EventSource {}
