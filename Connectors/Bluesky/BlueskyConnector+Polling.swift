public import HarkCore

extension BlueskyConnector: PollingConnector {
    /// Late and back-dated posts are listed below the newest.
    private static let overlap = Span.hours(1)

    enum Feed: String {
        /// Mentions, replies and quotes.
        case notifications
        /// Private messages.
        case chat
        /// A thread or single posts; read, not polled.
        case thread
    }

    /// `notifications` and, unless `chat: off`, the private messages.
    public func feeds(of channel: Channel) -> [String] {
        (channel.settings["chat"] == "off" ? [Feed.notifications] : [.notifications, .chat]).map(\.rawValue)
    }

    /// A page of notifications, newest first, or the chat log after the cursor.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        switch Feed(rawValue: feed) {
        case .notifications:
            var query = QueryText(["reasons": "mention"])
            for reason in ["reply", "quote"] + (Self.takesShares(channel) ? ["repost"] : []) {
                query.add("reasons", reason)
            }
            query.add("limit", "100")
            query.add("cursor", Sweep(cursor).token)
            return try get("app.bsky.notification.listNotifications", channel, query)
        case .chat:
            let known = cursor?.isEmpty == true ? nil : cursor
            return try get("chat.bsky.convo.getLog", channel, QueryText(["cursor": known]), isChat: true)
        case .thread, nil: throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
    }

    static func takesShares(_ channel: Channel) -> Bool { channel.settings["shares"] == "on" }

    /// Reads a page, oldest first.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let ourselves = Ourselves(channel)
        switch Feed(rawValue: feed) {
        case .notifications: return try notifications(response, Sweep(cursor), ourselves, channel)
        case .chat: return try chat(response, after: cursor, ourselves, channel)
        case .thread:
            let node = try response.body.readJSON(ThreadNode.self)
            let items = node.posts.compactMap { $0.inbound(ourselves, fallback: Instant(seconds: 0)) }
            return Page(decoded: Decoded(items: items), cursor: nil, hasMore: false)
        case nil: throw DecodingFailure("there is no feed “\(feed)”")
        }
    }

    private func notifications(
        _ response: HTTPResponse,
        _ sweep: Sweep,
        _ ourselves: Ourselves,
        _ channel: Channel
    ) throws(DecodingFailure) -> Page {
        let list = try response.body.readJSON(NotificationPage.self)
        var decoded = Decoded()
        var times: [Instant] = []
        let fallback = sweep.mark ?? channel.backfillFloor ?? Instant(seconds: 0)
        for element in list.notifications.reversed() {
            switch element {
            case .broken(let reason): decoded.malformed.append("notification: \(reason)")
            case .read(let notice):
                times += [notice.indexedAt ?? notice.record?.createdAt].compactMap { $0 }
                let share = Self.takesShares(channel) ? notice.share : nil
                if let inbound = share ?? notice.inbound(ourselves, fallback: fallback) {
                    decoded.items.append(inbound)
                } else {
                    decoded.skipped.append(notice.reason)
                }
            }
        }
        let (next, hasMore) = sweep.after(
            times,
            next: list.next,
            overlap: Self.overlap,
            floor: channel.backfillFloor
        )
        return Page(decoded: decoded, cursor: next.cursor, hasMore: hasMore)
    }

    private func chat(
        _ response: HTTPResponse,
        after cursor: String?,
        _ ourselves: Ourselves,
        _ channel: Channel
    ) throws(DecodingFailure) -> Page {
        let log = try response.body.readJSON(ChatLog.self)
        var decoded = Decoded()
        for element in log.logs {
            switch element {
            case .broken(let reason): decoded.malformed.append("chat: \(reason)")
            case .read(let entry): entry.add(to: &decoded, ourselves, fallback: channel.backfillFloor)
            }
        }
        let next = log.cursor?.text
        return Page(decoded: decoded, cursor: next, hasMore: !log.logs.isEmpty && next != nil && next != cursor)
    }

    /// A page token that ran out: the sweep begins again at the top and loses nothing. The chat log's cursor likewise.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        guard case .rejected = failure, let cursor, !cursor.isEmpty else { return nil }
        switch Feed(rawValue: feed) {
        case .notifications: return Sweep(cursor).pageFromTheTop
        case .chat: return Page(decoded: Decoded(), cursor: "", hasMore: true)
        case .thread, nil: return nil
        }
    }
}

extension ChatLog.Entry {
    func add(to decoded: inout Decoded, _ ourselves: Ourselves, fallback: Instant?) {
        let name = type.split(separator: "#").last.map(String.init) ?? type
        let fallback = fallback ?? Instant(seconds: 0)
        switch (name, message, convoId) {
        case ("logCreateMessage", let message?, let convo?) where message.sender != nil:
            decoded.items.append(message.inbound(in: convo.text, ourselves, fallback: fallback))
        case ("logDeleteMessage", let message?, _):
            decoded.items.append(
                Inbound(network: BlueskyConnector.network, change: .delete(id: message.id.text, at: nil))
            )
        case ("logAddReaction", let message?, _), ("logRemoveReaction", let message?, _):
            let author = reaction?.sender.map { Author(id: $0.did) }
            let given = Reaction(
                target: message.id.text,
                author: author,
                symbol: name == "logAddReaction" ? reaction?.value : nil,
                at: reaction?.createdAt
            )
            decoded.items.append(Inbound(network: BlueskyConnector.network, change: .reaction(given)))
        default: decoded.skipped.append(name)
        }
    }
}
