public import HarkCore

extension DiscordConnector: PollingConnector {
    private static let pageSize = 100
    private static let prefix = "channel:"

    /// One for each channel, thread and private chat: `channel:ID`.
    public func feeds(of channel: Channel) -> [String] { Self.places(of: channel).map { Self.prefix + $0 } }

    /// The messages directly after the newest known one; the first time, from the backfill floor on.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        guard feed.hasPrefix(Self.prefix) else {
            throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
        let place = String(feed.dropFirst(Self.prefix.count))
        let query = QueryText([
            "limit": String(Self.pageSize),
            "after": cursor ?? channel.backfillFloor.map { String(Snowflake(at: $0).number) } ?? "0",
        ])
        return HTTPRequest(
            url: try Self.url("/channels/\(place.percentEncoded)/messages?\(query)", channel),
            headers: try Self.headers(channel)
        )
    }

    /// Reads a page. Discord lists the newest first; it comes out oldest first.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let messages = try response.body.readJSON([Lenient<DiscordMessage>].self)
        let reading = DiscordReading(account: channel.account, privatePlaces: Self.privatePlaces(of: channel))
        var decoded = Decoded()
        var newest = cursor.flatMap { UInt64($0) }
        for element in messages.reversed() {
            switch element {
            case .broken(let reason): decoded.malformed.append("message: \(reason)")
            case .read(let message):
                newest = [newest, message.id.flatMap { UInt64($0.text) }].compactMap(\.self).max()
                reading.add(message, to: &decoded)
            }
        }
        return Page(decoded: decoded, cursor: newest.map { String($0) }, hasMore: messages.count >= Self.pageSize)
    }
}

/// An id of Discord, which tells when it was given: milliseconds since 2015 in its upper 42 bits.
struct Snowflake {
    private static let epoch: Int64 = 1_420_070_400_000
    let number: UInt64

    init(_ number: UInt64) { self.number = number }

    /// The smallest id of an instant.
    init(at instant: Instant) { number = UInt64(max(instant.milliseconds - Self.epoch, 0)) << 22 }

    /// When it was given.
    var instant: Instant { Instant(milliseconds: Int64(number >> 22) + Self.epoch) }
}
