public import HarkCore

extension FeedsConnector: PollingConnector {
    /// One feed a channel.
    public func feeds(of channel: Channel) -> [String] { [Self.feed] }

    /// Asks whether the feed has changed since it was last read.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        let version = FeedVersion(cursor)
        var headers = [
            HTTPField(
                "Accept",
                "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9"
            ),
            HTTPField("User-Agent", channel.settings["user_agent"] ?? "hark (feed reader)"),
        ]
        if let tag = version.tag { headers.append(HTTPField("If-None-Match", tag)) }
        if let modified = version.modified { headers.append(HTTPField("If-Modified-Since", modified)) }
        return HTTPRequest(url: try Self.address(of: channel), headers: headers)
    }

    /// Reads the whole feed: known entries are known by their ids.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        if response.status == 304 { return Page(decoded: Decoded(), cursor: nil, hasMore: false) }
        let document = try FeedDocument(response.body)
        let fallback =
            document.updated ?? response.header("date").flatMap { Instant(httpDate: $0) } ?? channel.backfillFloor
            ?? Instant(seconds: 0)
        var decoded = Decoded(malformed: document.malformed)
        // Feeds list the newest first, mostly; the dates say it better where they are given.
        let entries = document.entries.reversed().sorted { ($0.writtenAt ?? fallback) < ($1.writtenAt ?? fallback) }
        for entry in entries {
            if let inbound = entry.inbound(of: document, fallback: fallback) {
                decoded.items.append(inbound)
            } else {
                decoded.skipped.append("an entry that says nothing")
            }
        }
        return Page(decoded: decoded, cursor: FeedVersion(response).cursor, hasMore: false)
    }
}

/// Which version of a feed was read: the server's tag and date, byte for byte as it sent them.
struct FeedVersion {
    var tag: String?
    var modified: String?

    init(_ response: HTTPResponse) {
        tag = response.header("etag")
        modified = response.header("last-modified")
    }

    init(_ cursor: String?) {
        for pair in (cursor ?? "").split(separator: "&") {
            let value = pair.drop { $0 != "=" }.dropFirst()
            if pair.hasPrefix("etag=") { tag = String(value).percentDecoded }
            if pair.hasPrefix("modified=") { modified = String(value).percentDecoded }
        }
    }

    /// The version as a cursor; an unnamed version is said too, so that a vanished tag is not sent again.
    var cursor: String { QueryText(["etag": tag, "modified": modified, "v": "1"]).description }
}
