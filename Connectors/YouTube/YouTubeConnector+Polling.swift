public import HarkCore

extension YouTubeConnector: PollingConnector {
    /// Comments that were held for review appear below the newest.
    private static let overlap = Span.hours(1)

    enum Feed: String {
        /// Threads, newest first.
        case comments
        /// New answers in known threads: the list does not rise for them.
        case replies
    }

    /// `comments` and, unless `replies: off`, the answers in threads that have grown.
    public func feeds(of channel: Channel) -> [String] {
        (channel.settings["replies"] == "off" ? [Feed.comments] : [.comments, .replies]).map(\.rawValue)
    }

    /// A page of threads, or the answers of one thread; each costs one unit.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        switch Feed(rawValue: feed) {
        case .comments: return try threads(token: Sweep(cursor).token, channel)
        case .replies:
            guard let next = ReplyCounts(cursor).waiting.first else { return try threads(token: nil, channel) }
            return try get(
                "comments",
                [
                    "part": "snippet", "parentId": next.thread, "maxResults": "100", "textFormat": "plainText",
                    "pageToken": next.token,
                ],
                channel
            )
        case nil: throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
    }

    private func threads(token: String?, _ channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        try get(
            "commentThreads",
            [
                "part": "snippet,replies", "allThreadsRelatedToChannelId": channel.account, "order": "time",
                "maxResults": "100", "textFormat": "plainText", "pageToken": token,
            ],
            channel
        )
    }

    /// Reads a page. The list is newest first; it comes out oldest first.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let list = try Self.list(response.body)
        let sweep = Sweep(cursor)
        let fallback = sweep.mark ?? channel.backfillFloor ?? Instant(seconds: 0)
        let decoded = Self.decode(list, account: channel.account, fallback: fallback)
        switch Feed(rawValue: feed) {
        case .comments:
            let (next, hasMore) = sweep.after(
                Self.times(list),
                next: list.nextPageToken,
                overlap: Self.overlap,
                floor: channel.backfillFloor
            )
            return Page(decoded: decoded, cursor: next.cursor, hasMore: hasMore)
        case .replies:
            var counts = ReplyCounts(cursor)
            if counts.waiting.isEmpty { counts.compare(list) } else { counts.read(next: list.nextPageToken) }
            return Page(decoded: decoded, cursor: counts.description, hasMore: !counts.waiting.isEmpty)
        case nil: throw DecodingFailure("there is no feed “\(feed)”")
        }
    }

    /// A page token that ran out: the sweep begins again at the top and loses nothing.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        switch (Feed(rawValue: feed), failure) {
        case (.comments, .rejected): return Sweep(cursor).pageFromTheTop
        case (.replies, .rejected), (.replies, .notFound), (.replies, .forbidden):
            // A thread that is gone, or closed for us, holds up no other.
            var counts = ReplyCounts(cursor)
            guard !counts.waiting.isEmpty else { return nil }
            counts.read(next: nil)
            return Page(decoded: Decoded(), cursor: counts.description, hasMore: true)
        default: return nil
        }
    }

    /// A list, or one thread or comment as a list of one.
    private static func list(_ body: [UInt8]) throws(DecodingFailure) -> CommentList {
        let list = try body.readJSON(CommentList.self)
        guard list.items == nil else { return list }
        guard let single = try? body.readJSON(Listed.self) else {
            throw DecodingFailure("a page without a list of items")
        }
        return CommentList(items: [.read(single)], nextPageToken: nil)
    }

    private static func decode(_ list: CommentList, account: String, fallback: Instant) -> Decoded {
        var decoded = Decoded()
        for item in (list.items ?? []).reversed() {
            switch item {
            case .broken(let reason): decoded.malformed.append("comment: \(reason)")
            case .read(.thread(let thread)): thread.add(to: &decoded, account: account, fallback: fallback)
            case .read(.comment(let comment)):
                decoded.items.append(comment.inbound(account: account, fallback: fallback))
            }
        }
        return decoded
    }

    /// What the list is sorted by: when each thread began.
    private static func times(_ list: CommentList) -> [Instant] {
        (list.items ?? []).compactMap { item in
            switch item {
            case .read(.thread(let thread)): thread.snippet.topLevelComment.snippet.publishedAt
            case .read(.comment(let comment)): comment.snippet.publishedAt
            case .broken: nil
            }
        }
    }
}

extension CommentList {
    init(items: [Lenient<Listed>], nextPageToken: String?) {
        self.items = items
        self.nextPageToken = nextPageToken
    }
}
