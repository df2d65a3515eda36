public import HarkCore

extension DiscourseConnector: AnnouncingConnector {
    /// Notices of one moment may come in any order.
    private static let overlap = Span.minutes(10)
    private static let pageSize = 60

    enum Feed: String {
        /// The list of notices, and then each announced post: polled.
        case notifications
        /// Posts as the forum lists them; read, not polled.
        case posts
    }

    /// `notifications`; none when the forum calls us.
    public func feeds(of channel: Channel) -> [String] {
        channel.settings["mode"] == "webhook" ? [] : [Feed.notifications.rawValue]
    }

    /// The next announced post, else a page of notices.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        guard Feed(rawValue: feed) == .notifications else {
            throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
        let position = NoticeCursor(cursor)
        if let next = position.waiting.first {
            return try get("/posts/\(next.post.percentEncoded).json?include_raw=true", channel)
        }
        let offset = (position.sweep.token ?? "0").percentEncoded
        return try get("/notifications.json?limit=\(Self.pageSize)&offset=\(offset)", channel)
    }

    /// Reads a page of notices, which announce posts, or a post.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        var position = NoticeCursor(cursor)
        let fallback = position.sweep.mark ?? channel.backfillFloor ?? Instant(seconds: 0)
        switch Feed(rawValue: feed) {
        case .notifications:
            guard let announced = position.waiting.first else {
                return try notices(response, position, fallback, channel)
            }
            let post = try response.body.readJSON(Post.self)
            position.settle()
            return Page(
                decoded: Decoded(items: [post.inbound(announced, on: channel, fallback: fallback)]),
                cursor: position.description,
                hasMore: !position.waiting.isEmpty
            )
        case .posts:
            return Page(decoded: try posts(response, fallback, channel), cursor: nil, hasMore: false)
        case nil: throw DecodingFailure("there is no feed “\(feed)”")
        }
    }

    private func notices(
        _ response: HTTPResponse,
        _ position: NoticeCursor,
        _ fallback: Instant,
        _ channel: Channel
    ) throws(DecodingFailure) -> Page {
        // Without its cursor, a delivery that is taken in again may be a post.
        guard let list = try? response.body.readJSON(NotificationPage.self) else {
            return Page(decoded: try posts(response, fallback, channel), cursor: nil, hasMore: false)
        }
        var position = position
        var decoded = Decoded()
        var times: [Instant] = []
        for element in list.notifications.reversed() {
            switch element {
            case .broken(let reason): decoded.malformed.append("notification: \(reason)")
            case .read(let notice):
                times += [notice.created_at].compactMap { $0 }
                guard let announced = notice.announced else {
                    decoded.skipped.append("notification type \(notice.notification_type.integer)")
                    continue
                }
                decoded.items.append(notice.inbound(announced, fallback: fallback))
                let isWanted = channel.backfillFloor.map { notice.created_at ?? $0 >= $0 } ?? true
                if isWanted { position.announce([announced]) }
            }
        }
        let offset = Int(position.sweep.token ?? "0") ?? 0
        let end = offset + list.notifications.count
        let hasNext = !list.notifications.isEmpty && end < Int(list.total?.integer ?? 0)
        let (next, hasMore) = position.sweep.after(
            times,
            next: hasNext ? String(end) : nil,
            overlap: Self.overlap,
            floor: channel.backfillFloor
        )
        position.sweep = next
        return Page(
            decoded: decoded,
            cursor: position.description,
            hasMore: hasMore || !position.waiting.isEmpty
        )
    }

    private func posts(
        _ response: HTTPResponse,
        _ fallback: Instant,
        _ channel: Channel
    ) throws(DecodingFailure) -> Decoded {
        let list = try response.body.readJSON(PostList.self)
        var decoded = Decoded()
        guard let posts = list.latest_posts?.reversed().map({ $0 }) ?? list.post_stream?.posts else {
            let post = try response.body.readJSON(Post.self)
            return Decoded(items: [post.inbound(nil, on: channel, fallback: fallback)])
        }
        for element in posts {
            switch element {
            case .broken(let reason): decoded.malformed.append("post: \(reason)")
            case .read(let post): decoded.items.append(post.inbound(nil, on: channel, fallback: fallback))
            }
        }
        return decoded
    }

    /// A post that is gone, or hidden from us, holds up no other.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        var position = NoticeCursor(cursor)
        switch failure {
        case .notFound, .forbidden:
            guard !position.waiting.isEmpty else { return nil }
            position.settle()
            return Page(
                decoded: Decoded(skipped: ["post that is gone"]),
                cursor: position.description,
                hasMore: !position.waiting.isEmpty
            )
        default: return nil
        }
    }
}
