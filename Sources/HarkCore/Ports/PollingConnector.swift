/// Gathers by asking.
public protocol PollingConnector: Connector {
    /// The feeds of a channel, each with a cursor of its own (`notifications`, `updates`). Empty when the channel is
    /// set to receive webhooks.
    func feeds(of channel: Channel) -> [String]

    /// The request for the page after the cursor; without a cursor, the request that finds where to begin.
    func request(for feed: String, after cursor: String?, channel: Channel) throws(ConnectorFailure) -> HTTPRequest

    /// Reads a page: its items oldest first, the cursor to store with them, and whether to ask again at once.
    ///
    /// Called only with answers in which ``Connector/failure(in:channel:now:)`` sees no error. Throws
    /// ``DecodingFailure`` when the page is no page at all; then the raw bytes are kept and the cursor stays.
    func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page

    /// How the feed goes on after an error that would come again for ever: a cursor the network no longer knows, a room
    /// that closed before it was read. Nil, the usual, reports the failure and asks the same once more.
    func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page?
}

extension PollingConnector {
    /// There is none: the failure is reported.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? { nil }
}

/// One polled page.
public struct Page: Sendable, Hashable {
    /// What stood on it, oldest first.
    public var decoded: Decoded
    /// The cursor to commit together with the items; nil keeps the old one.
    public var cursor: String?
    /// Whether more is waiting and the next request should follow at once.
    public var hasMore: Bool

    /// One polled page.
    public init(decoded: Decoded, cursor: String?, hasMore: Bool) {
        self.decoded = decoded
        self.cursor = cursor
        self.hasMore = hasMore
    }
}
