public import HarkCore

extension XConnector: PollingConnector {
    private static let overlap = Span.minutes(5)

    enum Feed: String {
        /// Posts that name us, after the newest known one.
        case mentions
        /// Private messages.
        case messages
    }

    /// `mentions` and, unless `messages: off`, private messages; none when X calls us.
    public func feeds(of channel: Channel) -> [String] {
        guard channel.settings["mode"] != "webhook" else { return [] }
        return (channel.settings["messages"] == "off" ? [Feed.mentions] : [.mentions, .messages]).map(\.rawValue)
    }

    private static let postFields =
        "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,attachments,note_tweet,"
        + "edit_history_tweet_ids"

    /// A page of mentions after the newest known post, or of private messages, newest first.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        switch Feed(rawValue: feed) {
        case .mentions:
            let position = PostCursor(cursor)
            let query = QueryText([
                "max_results": "100", "tweet.fields": Self.postFields,
                "expansions": "author_id,attachments.media_keys", "user.fields": "username,name,public_metrics",
                "media.fields": "url,type,alt_text", "since_id": position.since,
                "start_time": position.since == nil ? channel.backfillFloor?.withoutFraction : nil,
                "pagination_token": position.token,
            ])
            return try get("/2/users/\(channel.account.percentEncoded)/mentions", query, channel)
        case .messages:
            let query = QueryText([
                "max_results": "100", "event_types": "MessageCreate",
                "dm_event.fields": "created_at,sender_id,dm_conversation_id,attachments,participant_ids",
                "expansions": "sender_id,attachments.media_keys", "user.fields": "username,name",
                "media.fields": "url,type", "pagination_token": Sweep(cursor).token,
            ])
            return try get("/2/dm_events", query, channel)
        case nil: throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
    }

    /// Reads a page. X lists the newest first; it comes out oldest first.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        switch Feed(rawValue: feed) {
        case .mentions: return try mentions(response, PostCursor(cursor), channel)
        case .messages: return try messages(response, Sweep(cursor), channel)
        case nil: throw DecodingFailure("there is no feed “\(feed)”")
        }
    }

    private func mentions(
        _ response: HTTPResponse,
        _ position: PostCursor,
        _ channel: Channel
    ) throws(DecodingFailure) -> Page {
        let page = try response.body.readJSON(XPage<Tweet>.self)
        try Self.mustBePage(page.data == nil, page.meta == nil)
        var decoded = Decoded()
        var ids: [String] = []
        for element in (page.data ?? []).reversed() {
            switch element {
            case .broken(let reason): decoded.malformed.append("post: \(reason)")
            case .read(let post):
                ids.append(post.id.text)
                if post.isShare, channel.settings["shares"] != "on" {
                    decoded.skipped.append("repost")
                } else {
                    let fallback = channel.backfillFloor ?? Instant(seconds: 0)
                    decoded.items.append(
                        post.inbound(page.includes, account: channel.account, fallback: fallback)
                    )
                }
            }
        }
        let (next, hasMore) = position.after(ids, next: page.meta?.next_token)
        return Page(decoded: decoded, cursor: next.cursor, hasMore: hasMore)
    }

    private func messages(
        _ response: HTTPResponse,
        _ sweep: Sweep,
        _ channel: Channel
    ) throws(DecodingFailure) -> Page {
        let page = try response.body.readJSON(XPage<DirectEvent>.self)
        try Self.mustBePage(page.data == nil, page.meta == nil)
        var decoded = Decoded()
        var times: [Instant] = []
        let fallback = sweep.mark ?? channel.backfillFloor ?? Instant(seconds: 0)
        for element in (page.data ?? []).reversed() {
            switch element {
            case .broken(let reason): decoded.malformed.append("message: \(reason)")
            case .read(let event):
                times += [event.created_at].compactMap { $0 }
                if let inbound = event.inbound(page.includes, account: channel.account, fallback: fallback) {
                    decoded.items.append(inbound)
                } else {
                    decoded.skipped.append(event.event_type ?? "event without a type")
                }
            }
        }
        let (next, hasMore) = sweep.after(
            times,
            next: page.meta?.next_token,
            overlap: Self.overlap,
            floor: channel.backfillFloor
        )
        return Page(decoded: decoded, cursor: next.cursor, hasMore: hasMore)
    }

    /// An empty page has no data, but says so.
    private static func mustBePage(_ lacksData: Bool, _ lacksMeta: Bool) throws(DecodingFailure) {
        if lacksData, lacksMeta { throw DecodingFailure("neither data nor the count of a page") }
    }

    /// A post too old to count from, or a page token that ran out: begins again without it and loses nothing X still shows.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        guard case .rejected = failure, let cursor, !cursor.isEmpty else { return nil }
        switch Feed(rawValue: feed) {
        case .mentions:
            let position = PostCursor(cursor)
            let restarted = position.token == nil ? "" : position.restarted
            return restarted == cursor ? nil : Page(decoded: Decoded(), cursor: restarted, hasMore: true)
        case .messages: return Sweep(cursor).pageFromTheTop
        case nil: return nil
        }
    }
}

/// Where the gathering of mentions stands: `107` is “everything up to post 107 is stored”; `107<120|abc` is “120 is the newest
/// of this round, and abc asks for its next page”. Only a completed round moves the position.
struct PostCursor: CustomStringConvertible {
    var since: String?
    var newest: String?
    var token: String?
    /// The page came back without news and with nothing after it, or as the one before; it is asked for once more.
    var isDoubted = false

    init(_ cursor: String?) {
        let halves = (cursor ?? "").split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
        since = halves.first.flatMap { $0.isEmpty ? nil : String($0) }
        guard halves.count == 2 else { return }
        let digits = halves[1].prefix { $0 != "|" && $0 != "!" }
        newest = digits.isEmpty ? nil : String(digits)
        let rest = halves[1].dropFirst(digits.count)
        isDoubted = rest.first == "!"
        token = rest.isEmpty ? nil : String(rest.dropFirst())
    }

    var description: String {
        token.map { (since ?? "") + "<" + (newest ?? "") + (isDoubted ? "!" : "|") + $0 } ?? since ?? ""
    }

    var cursor: String? { description.isEmpty ? nil : description }
    var restarted: String { since ?? "" }

    /// Where it stands after a page with these ids, in any order.
    func after(_ ids: [String], next: String?) -> (position: PostCursor, hasMore: Bool) {
        let top = (ids + [newest, since].compactMap { $0 }).max(by: Self.isEarlier)
        let isStale = since.map { since in !ids.contains { Self.isEarlier(since, $0) } } ?? ids.isEmpty
        var position = self
        if token != nil, isStale && next == nil || next == token, !isDoubted {
            // A page without news, or the one before again, may be a fault and must not end a round that others wait for.
            position.isDoubted = true
            return (position, true)
        }
        position.isDoubted = false
        guard let next, !next.isEmpty, next != token else {
            (position.since, position.newest, position.token) = (top, nil, nil)
            return (position, false)
        }
        (position.newest, position.token) = (top, next)
        return (position, true)
    }

    /// Ids are numbers too long to count with: the longer is the later.
    private static func isEarlier(_ left: String, _ right: String) -> Bool {
        left.count == right.count ? left < right : left.count < right.count
    }
}

extension Instant {
    /// The time to the second, as X wants it.
    fileprivate var withoutFraction: String { String(description.prefix(19)) + "Z" }
}
