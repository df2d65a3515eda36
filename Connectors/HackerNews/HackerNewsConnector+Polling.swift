public import HarkCore

extension HackerNewsConnector: PollingConnector {
    /// The index lags behind the site; late entries stand below the newest.
    private static let overlap = Span.hours(2)

    private enum Feed: String {
        /// What the search finds: polled.
        case mentions
        /// One story or comment by its number; read, not polled.
        case item
    }

    /// `mentions`.
    public func feeds(of channel: Channel) -> [String] { [Feed.mentions.rawValue] }

    /// The search from the last mark on, newest first.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        guard Feed(rawValue: feed) == .mentions else {
            throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
        let sweep = Sweep(cursor)
        var url = try Self.search(channel) + "&hitsPerPage=100&page=\((sweep.token ?? "0").percentEncoded)"
        if let since = sweep.mark.map({ $0 - Self.overlap }) ?? channel.backfillFloor {
            url += "&numericFilters=" + "created_at_i>\(since.milliseconds / 1000)".percentEncoded
        }
        return HTTPRequest(url: url)
    }

    /// Reads a page. The search lists the newest first; it comes out oldest first.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        switch Feed(rawValue: feed) {
        case .mentions: return try mentions(response, Sweep(cursor), channel)
        case .item:
            let item = try response.body.readJSON(Item.self)
            let inbound = item.inbound(fallback: channel.backfillFloor ?? Instant(seconds: 0))
            let decoded = Decoded(
                items: inbound.map { [$0] } ?? [],
                skipped: inbound == nil ? [item.type ?? "item without a type"] : []
            )
            return Page(decoded: decoded, cursor: nil, hasMore: false)
        case nil: throw DecodingFailure("there is no feed “\(feed)”")
        }
    }

    private func mentions(_ response: HTTPResponse, _ sweep: Sweep, _ channel: Channel) throws(DecodingFailure) -> Page
    {
        let found = try response.body.readJSON(SearchPage.self)
        var decoded = Decoded()
        var times: [Instant] = []
        for hit in found.hits.reversed() {
            switch hit {
            case .broken(let reason): decoded.malformed.append("hit: \(reason)")
            case .read(let hit):
                times += [hit.writtenAt].compactMap { $0 }
                decoded.items.append(hit.inbound(fallback: sweep.mark ?? channel.backfillFloor ?? Instant(seconds: 0)))
            }
        }
        let number = Int(sweep.token ?? "0") ?? 0
        let hasNext = !found.hits.isEmpty && number + 1 < Int(found.nbPages?.integer ?? 1)
        let (next, hasMore) = sweep.after(
            times,
            next: hasNext ? String(number + 1) : nil,
            overlap: Self.overlap,
            floor: channel.backfillFloor
        )
        return Page(decoded: decoded, cursor: next.cursor, hasMore: hasMore)
    }
}
