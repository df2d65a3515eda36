public import HarkCore

extension RedditConnector: PollingConnector {
    /// The list is by time, but what was held back by a filter appears below the newest.
    private static let overlap = Span.hours(1)

    enum Feed: String {
        /// Answers, mentions and private messages to us.
        case inbox
        /// Private messages we wrote in Reddit's own app.
        case sent
        /// Mail to the moderators of our communities.
        case modmail
        /// Single things by their names, and mentions alone; read, not polled.
        case things
    }

    /// `inbox` and `sent`; with `modmail: on` the moderators' mail too.
    public func feeds(of channel: Channel) -> [String] {
        var feeds: [Feed] = channel.settings["sent"] == "off" ? [.inbox] : [.inbox, .sent]
        if channel.settings["modmail"] == "on" { feeds.append(.modmail) }
        return feeds.map(\.rawValue)
    }

    /// A page of a list, newest first.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        let token = Sweep(cursor).token
        switch Feed(rawValue: feed) {
        case .inbox:
            return try get("/message/inbox", channel, QueryText(["limit": "100", "mark": "false", "after": token]))
        case .sent: return try get("/message/sent", channel, QueryText(["limit": "100", "after": token]))
        case .modmail:
            let query = QueryText(["sort": "recent", "state": "all", "limit": "50", "after": token])
            return try get("/api/mod/conversations", channel, query)
        case .things, nil: throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
    }

    /// Reads a page, oldest first.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let sweep = Sweep(cursor)
        let fallback = sweep.mark ?? channel.backfillFloor ?? Instant(seconds: 0)
        switch Feed(rawValue: feed) {
        case .inbox, .sent:
            let listing = try response.body.readJSON(Listing.self)
            let (decoded, times) = Self.read(listing, account: channel.account, fallback: fallback)
            return page(decoded, times, next: listing.data.after, sweep, channel)
        case .modmail:
            let mail = try response.body.readJSON(ModmailPage.self)
            let decoded = mail.decoded(account: channel.account, fallback: fallback)
            return page(decoded, mail.times, next: mail.conversationIds?.last, sweep, channel)
        case .things:
            let listing = try response.body.readJSON(Listing.self)
            let (decoded, _) = Self.read(listing, account: channel.account, fallback: fallback)
            return Page(decoded: decoded, cursor: nil, hasMore: false)
        case nil: throw DecodingFailure("there is no feed “\(feed)”")
        }
    }

    private func page(
        _ decoded: Decoded,
        _ times: [Instant],
        next: String?,
        _ sweep: Sweep,
        _ channel: Channel
    ) -> Page {
        let (after, hasMore) = sweep.after(
            times,
            next: times.isEmpty ? nil : next,
            overlap: Self.overlap,
            floor: channel.backfillFloor
        )
        return Page(decoded: decoded, cursor: after.cursor, hasMore: hasMore)
    }

    private static func read(
        _ listing: Listing,
        account: String,
        fallback: Instant
    ) -> (decoded: Decoded, times: [Instant]) {
        var decoded = Decoded()
        var times: [Instant] = []
        for element in listing.data.children.reversed() {
            switch element {
            case .broken(let reason): decoded.malformed.append("thing: \(reason)")
            case .read(let thing):
                times += [thing.data.created_utc?.instant].compactMap { $0 }
                for part in thing.all {
                    if let inbound = part.inbound(account: account, fallback: fallback) {
                        decoded.items.append(inbound)
                    } else if part.fullName == nil {
                        decoded.malformed.append("thing: no name")
                    } else {
                        decoded.skipped.append(part.kind)
                    }
                }
            }
        }
        return (decoded, times)
    }

    /// The thing after which the page would begin is gone: the sweep begins again at the top and loses nothing.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        switch failure {
        case .rejected, .notFound: Sweep(cursor).pageFromTheTop
        default: nil
        }
    }
}
