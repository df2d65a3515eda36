public import HarkCore

extension DiscordConnector: PollingConnector {
    private static let pageSize = 100

    /// What is asked for: a place's messages, the newest of them once more, or what is said in a server's threads.
    private enum Feed {
        case messages(String)
        case revisions(String)
        case threads

        init?(_ name: String) {
            if name == "threads" {
                self = .threads
            } else if name.hasPrefix("channel:") {
                self = .messages(String(name.dropFirst("channel:".count)))
            } else if name.hasPrefix("revisions:") {
                self = .revisions(String(name.dropFirst("revisions:".count)))
            } else {
                return nil
            }
        }
    }

    /// For each channel, thread and private chat `channel:ID` and, unless `recheck: "0"`, `revisions:ID`; `threads` where the
    /// server is named.
    public func feeds(of channel: Channel) -> [String] {
        let places = Self.places(of: channel)
        let revisions = Self.recheck(in: channel) == 0 ? [] : places.map { "revisions:" + $0 }
        let threads = channel.settings["guild"] == nil ? [] : ["threads"]
        return places.map { "channel:" + $0 } + revisions + threads
    }

    /// The messages directly after the newest known one, the first time from the backfill floor on; the newest ones; the list
    /// of threads, or the next thread with news.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        switch Feed(feed) {
        case .messages(let place):
            let floor = channel.backfillFloor.map { String(Snowflake(at: $0).number) } ?? "0"
            return try messages(in: place, QueryText(["limit": "\(Self.pageSize)", "after": cursor ?? floor]), channel)
        case .revisions(let place):
            return try messages(in: place, QueryText(["limit": "\(Self.recheck(in: channel) ?? 0)"]), channel)
        case .threads:
            if let next = DiscordThreads(cursor).waiting {
                let query = QueryText(["limit": "\(Self.pageSize)", "after": "\(next.read)"])
                return try messages(in: "\(next.thread)", query, channel)
            }
            let guild = (channel.settings["guild"] ?? "").percentEncoded
            return HTTPRequest(
                url: try Self.url("/guilds/\(guild)/threads/active", channel),
                headers: try Self.headers(channel)
            )
        case nil: throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
    }

    private func messages(
        in place: String,
        _ query: QueryText,
        _ channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(
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
        let reading = DiscordReading(account: channel.account, privatePlaces: Self.privatePlaces(of: channel))
        switch Feed(feed) {
        case .revisions:
            let messages = try response.body.readJSON([Lenient<DiscordMessage>].self)
            var revisions = DiscordRevisions(cursor)
            let limit = Self.recheck(in: channel) ?? 0
            let decoded = revisions.compare(messages, limit: limit, floor: channel.backfillFloor, reading)
            return Page(decoded: decoded, cursor: revisions.cursor, hasMore: false)
        case .threads:
            return try threads(response, DiscordThreads(cursor), reading, channel)
        case .messages, nil:
            let (decoded, newest, isFull) = try messages(response, reading)
            let next = [cursor.flatMap { UInt64($0) }, newest].compactMap(\.self).max()
            return Page(decoded: decoded, cursor: next.map { String($0) }, hasMore: isFull)
        }
    }

    private func threads(
        _ response: HTTPResponse,
        _ position: DiscordThreads,
        _ reading: DiscordReading,
        _ channel: Channel
    ) throws(DecodingFailure) -> Page {
        var position = position
        var decoded = Decoded()
        if position.waiting == nil {
            let list = try response.body.readJSON(DiscordThreadList.self)
            let floor = channel.backfillFloor.map { Snowflake(at: $0).number } ?? 0
            position.list(list.threads.compactMap(\.value), under: Set(Self.places(of: channel)), floor: floor)
        } else {
            let (said, newest, isFull) = try messages(response, reading)
            decoded = said
            position.read(upTo: newest, isDone: !isFull)
        }
        let text = position.description
        return Page(decoded: decoded, cursor: text.isEmpty ? nil : text, hasMore: position.waiting != nil)
    }

    private func messages(
        _ response: HTTPResponse,
        _ reading: DiscordReading
    ) throws(DecodingFailure) -> (decoded: Decoded, newest: UInt64?, isFull: Bool) {
        let messages = try response.body.readJSON([Lenient<DiscordMessage>].self)
        var decoded = Decoded()
        var newest: UInt64?
        for element in messages.reversed() {
            switch element {
            case .broken(let reason): decoded.malformed.append("message: \(reason)")
            case .read(let message):
                newest = [newest, message.id.flatMap { UInt64($0.text) }].compactMap(\.self).max()
                reading.add(message, to: &decoded)
            }
        }
        return (decoded, newest, messages.count >= Self.pageSize)
    }

    /// A thread that is gone, or closed to us, holds up no other.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        var position = DiscordThreads(cursor)
        guard case .threads = Feed(feed), position.waiting != nil else { return nil }
        switch failure {
        case .notFound, .forbidden:
            position.skip()
            return Page(
                decoded: Decoded(skipped: ["thread that is closed to us"]),
                cursor: position.description,
                hasMore: true
            )
        default: return nil
        }
    }
}
