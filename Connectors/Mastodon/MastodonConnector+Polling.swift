import Foundation
public import HarkCore

extension MastodonConnector: PollingConnector {
    private enum Feed: String {
        /// Mentions and direct messages: what is polled.
        case notifications
        /// The newest of them once more, for edits and deletes.
        case revisions
        /// Surfaces that show posts as well; they are read, not polled.
        case conversations, requests, context
    }

    /// `notifications`, and `revisions` unless `recheck: "0"` turns it off.
    public func feeds(of channel: Channel) -> [String] {
        let feeds: [Feed] = Setting.recheck.value(in: channel) == 0 ? [.notifications] : [.notifications, .revisions]
        return feeds.map(\.rawValue)
    }

    /// The page right after the cursor; without a cursor the newest one.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        switch Feed(rawValue: feed) {
        case .notifications:
            let size = Setting.pageSize.value(in: channel) ?? Setting.pageSize.range.upperBound
            let position = NotificationCursor(cursor).query
            let shares = Self.takesShares(channel) ? "&types%5B%5D=reblog" : ""
            return try get(Self.notifications(limit: size) + shares + position, channel: channel)
        case .revisions:
            return try get(
                Revisions(cursor).path(limit: Setting.recheck.value(in: channel) ?? Setting.recheck.range.upperBound),
                channel: channel
            )
        case .conversations, .requests, .context, nil:
            throw .misconfigured("channel \(channel.id): there is no feed “\(feed)” to poll")
        }
    }

    /// Whether people who pass our posts on are told of.
    static func takesShares(_ channel: Channel) -> Bool { channel.settings["shares"] == "on" }

    /// The newest notifications about posts that concern us, also those that the account's policy holds back.
    static func notifications(limit: Int) -> String {
        "/api/v1/notifications?types[]=mention&types[]=quote&types[]=update&include_filtered=true&limit=\(limit)"
            // Brackets are no URL characters; servers take them encoded.
            .replacing("[]", with: "%5B%5D")
    }

    /// Reads a page. Servers list the newest first; it comes out oldest first.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let home = HomeServer(channel)
        let body = Data(response.body.mendedJSON)
        switch Feed(rawValue: feed) {
        case .notifications: return try notificationPage(body, after: NotificationCursor(cursor), channel: channel)
        case .revisions: return try Revisions(cursor).page(body, channel: channel)
        case .conversations, .requests:
            let heads = try Self.read([Lenient<Head>].self, from: body)
            return Page(decoded: Decoded(heads: heads.reversed(), on: home), cursor: nil, hasMore: false)
        case .context:
            let context = try Self.read(Surroundings.self, from: body)
            let decoded = Decoded(statuses: context.ancestors + context.descendants, on: home)
            return Page(decoded: decoded, cursor: nil, hasMore: false)
        case nil: throw DecodingFailure("there is no feed “\(feed)”")
        }
    }

    private func notificationPage(
        _ body: Data,
        after cursor: NotificationCursor,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let listed = try Self.read([Lenient<Notification>].self, from: body)
        let ids = try Self.ids(in: body)
        let isBackfill = cursor.isBackfill
        var decoded = Decoded()
        var reachedFloor = false
        for notification in listed.reversed() {
            guard isBackfill, let floor = channel.backfillFloor, case .read(let known) = notification,
                let status = known.status, status.createdAt < floor
            else {
                decoded.add(notification, on: HomeServer(channel), takesShares: Self.takesShares(channel))
                continue
            }
            reachedFloor = true
            decoded.skipped.append("\(known.type ?? "?") before the backfill floor")
        }
        let next = cursor.next(ids: ids, isDone: reachedFloor)
        return Page(decoded: decoded, cursor: next?.description, hasMore: !ids.isEmpty)
    }

    /// The ids of a page, newest first; those of unreadable elements too, because the cursor must pass them.
    private static func ids(in body: Data) throws(DecodingFailure) -> [String] {
        struct Identified: Decodable, Sendable {
            var id: TextID
        }
        let elements = try read([Lenient<Identified>].self, from: body)
        let ids = elements.compactMap { if case .read(let element) = $0 { element.id.text } else { nil } }
        guard !ids.isEmpty || elements.isEmpty else { throw DecodingFailure("a page of notifications without any id") }
        return ids
    }

    static func read<Value: Decodable>(_ type: Value.Type, from body: Data) throws(DecodingFailure) -> Value {
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch {
            throw DecodingFailure(reading: error)
        }
    }
}

extension Decoded {
    /// Adds what a notification tells.
    mutating func add(_ notification: Lenient<Notification>, on home: HomeServer, takesShares: Bool) {
        switch notification {
        case .broken(let reason): malformed.append("notification: \(reason)")
        case .read(let notification):
            guard let status = notification.status else { return skipped.append(notification.type ?? "?") }
            switch notification.type {
            case "mention", "quote": items.append(status.inbound(on: home))
            case "update": items.append(status.edit(on: home))
            case "reblog" where takesShares: items.append(notification.share(of: status, on: home))
            default: skipped.append(notification.type ?? "notification without a type")
            }
        }
    }

    /// The newest posts of conversations or requests.
    init(heads: [Lenient<Head>], on home: HomeServer) {
        self.init()
        for head in heads {
            switch head {
            case .broken(let reason): malformed.append("last_status: \(reason)")
            case .read(let head): if let status = head.lastStatus { items.append(status.inbound(on: home)) }
            }
        }
    }

    /// Posts as they are listed.
    init(statuses: [Lenient<Status>], on home: HomeServer) {
        self.init()
        for status in statuses {
            switch status {
            case .broken(let reason): malformed.append("status: \(reason)")
            case .read(let status): items.append(status.inbound(on: home))
            }
        }
    }
}
