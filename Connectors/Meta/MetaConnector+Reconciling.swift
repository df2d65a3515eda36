public import HarkCore

/// After an outage Meta repeats webhooks for some hours and then drops them. Asking the Graph API for what is newest fills
/// the gap: what had come by webhook is known by its id.
extension MetaConnector: PollingConnector {
    /// What can be asked for, where the channel wants it (`reconcile: "true"`). WhatsApp keeps no history.
    public func feeds(of channel: Channel) -> [String] {
        guard channel.settings["reconcile"] == "true" else { return [] }
        return GraphFeed.all(of: channel.network).map(\.rawValue)
    }

    /// The newest page, or the page a running sweep has come to.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        guard let feed = GraphFeed(rawValue: feed) else {
            throw .misconfigured("channel \(channel.id): there is no feed “\(feed)”")
        }
        var query = QueryText(["fields": feed.fields, "limit": "25", "after": Sweep(cursor).token])
        if feed == .conversations {
            query.add("platform", channel.network == .instagram ? "instagram" : "messenger")
        }
        return try GraphRequest(channel).get(channel.account, feed.path, query: query)
    }

    /// Reads a page: messages in conversations, comments under posts and media, replies and mentions.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let answer = try response.body.readJSON(GraphAnswer.self)
        var reading = GraphReading(channel: channel, answeredAt: nil)
        reading.read(answer.nodes)
        let (sweep, hasMore) = Sweep(cursor)
            .after(reading.times, next: answer.next, overlap: .hours(1), floor: channel.backfillFloor)
        var decoded = reading.decoded
        if cursor == nil, let floor = channel.backfillFloor { decoded.items.removeAll { $0.isOlder(than: floor) } }
        return Page(decoded: decoded, cursor: sweep.cursor, hasMore: hasMore)
    }

    /// A page token that ran out: the sweep begins again at the top and loses nothing.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        guard case .rejected = failure else { return nil }
        return Sweep(cursor).pageFromTheTop
    }
}

extension Inbound {
    fileprivate func isOlder(than floor: Instant) -> Bool {
        switch change {
        case .message(let draft), .echo(let draft): draft.sentAt < floor
        case .edit, .delete, .status, .reaction: false
        }
    }
}

/// What the Graph API is asked for, newest first.
enum GraphFeed: String {
    /// Private messages, by conversation.
    case conversations
    /// Posts on a page, with the comments under them.
    case feed
    /// Our media, with the comments under them.
    case media
    /// Our own posts' replies.
    case replies
    /// Posts elsewhere that name us.
    case mentions

    static func all(of network: Network) -> [GraphFeed] {
        switch network {
        case .messenger: [.conversations]
        case .instagram: [.conversations, .media]
        case .facebook: [.feed]
        case .threads: [.replies, .mentions]
        default: []
        }
    }

    /// The last part of the address.
    var path: String { self == .replies ? "threads" : rawValue }

    /// The members asked for.
    var fields: String {
        let comment = "id,from,message,created_time,parent,permalink_url,attachment"
        let post = "id,text,username,timestamp,permalink,media_type,media_url,replied_to,root_post"
        return switch self {
        case .conversations:
            "id,updated_time,messages.limit(20){id,created_time,from,to,message,sticker,attachments,is_unsupported}"
        case .feed: "id,from,message,created_time,permalink_url,comments.limit(50){\(comment)}"
        case .media:
            "id,timestamp,comments.limit(50){id,text,timestamp,username,from,parent_id,replies{id,text,timestamp,username,from}}"
        case .replies: "id,timestamp,replies.limit(50){\(post)}"
        case .mentions: post
        }
    }
}
