public import HarkCore

/// Bluesky: notifications from the newest backwards, and an empty chat.
public struct BlueskyDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "bluesky"
    /// Few calls, so that the budget matters.
    public let allowed = 40.0

    /// An account with an app password.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("sky"),
            network: Network(network),
            account: "did:plc:us",
            server: origin,
            secrets: ["app_password": Secret("app-pass")],
            pollInterval: .seconds(20)
        )
    }

    /// The list of notifications.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("listNotifications") }
    /// A page token.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["cursor"] != nil }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        guard isFeed(call) else { return FakeAnswer(body: #"{"cursor":"chat-1","logs":[]}"#) }
        let (items, next) = world.page(token: call.query["cursor"], size: 5)
        let notes = order.arranged(items).map { item in
            """
            {"uri":"at://did:plc:ana/app.bsky.feed.post/\(item.number)","cid":"c\(item.number)","reason":"mention",\
            "author":{"did":"did:plc:ana","handle":"ana.example"},"indexedAt":"\(item.at)",\
            "record":{"$type":"app.bsky.feed.post","text":"\(item.text)","createdAt":"\(item.at)"}}
            """
        }
        let cursor = next.map { #","cursor":"\#($0)""# } ?? ""
        return FakeAnswer(body: #"{"notifications":[\#(notes.joined(separator: ","))]\#(cursor)}"#)
    }

    /// `ratelimit-*`, the reset as a time of the server's clock.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] {
        [
            "ratelimit-limit": "\(Int(allowed))", "ratelimit-remaining": "\(remaining)",
            "ratelimit-reset": "\(resetAt.milliseconds / 1000)",
        ]
    }

    /// A session.
    public func grant(for call: FakeCall) -> FakeAnswer? {
        guard call.path.contains("com.atproto.server.") else { return nil }
        return FakeAnswer(body: #"{"accessJwt":"fresh","refreshJwt":"again","did":"did:plc:us","handle":"us.example"}"#)
    }
}

/// Reddit: the inbox from the newest backwards.
public struct RedditDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "reddit"
    /// Few calls, so that the budget matters.
    public let allowed = 40.0

    /// An account with a refresh token.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("snoo"),
            network: Network(network),
            account: "us",
            server: origin,
            secrets: [
                "client_id": Secret("client"), "client_secret": Secret("hush"), "refresh_token": Secret("refresh"),
            ],
            pollInterval: .seconds(20)
        )
    }

    /// The inbox.
    public func isFeed(_ call: FakeCall) -> Bool { call.path == "/message/inbox" }
    /// A page token.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["after"] != nil }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        guard isFeed(call) else { return FakeAnswer(body: #"{"kind":"Listing","data":{"after":null,"children":[]}}"#) }
        let (items, next) = world.page(token: call.query["after"].map { String($0.dropFirst(3)) }, size: 5)
        let things = order.arranged(items).map { item in
            """
            {"kind":"t4","data":{"name":"t4_\(item.number)","author":"ana","author_fullname":"t2_ana","subject":"Hi",\
            "body":"\(item.text)","created_utc":\(item.at.milliseconds / 1000).0,"was_comment":false,"replies":""}}
            """
        }
        let after = next.map { "\"t4_\($0)\"" } ?? "null"
        let children = things.joined(separator: ",")
        return FakeAnswer(body: #"{"kind":"Listing","data":{"after":\#(after),"children":[\#(children)]}}"#)
    }

    /// `x-ratelimit-*`, the reset in seconds from now.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] {
        [
            "x-ratelimit-remaining": "\(remaining).0", "x-ratelimit-used": "\(Int(allowed) - remaining)",
            "x-ratelimit-reset": "\(max((resetAt - now).milliseconds / 1000, 1))",
        ]
    }

    /// A token.
    public func grant(for call: FakeCall) -> FakeAnswer? {
        guard call.path == "/api/v1/access_token" else { return nil }
        return FakeAnswer(body: #"{"access_token":"fresh","token_type":"bearer","expires_in":86400}"#)
    }
}

/// YouTube: comment threads by time; every list is a unit of a quota that no answer tells.
public struct YouTubeDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "youtube"
    /// Units in a day.
    public let allowed = 400.0
    /// A day.
    public let window = Span.days(1)

    /// A channel read with a key.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("tube"),
            network: Network(network),
            account: "UCus",
            server: origin,
            settings: ["quota": "400"],
            secrets: ["key": Secret("api-key")],
            pollInterval: .seconds(20)
        )
    }

    /// The threads, and not the second look at them for answers.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/commentThreads") }
    /// A page token.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["pageToken"] != nil }
    /// A unit to read, fifty to write.
    public func cost(of call: FakeCall) -> Double { call.method == "GET" ? 1 : 50 }

    /// The refusal of a page token.
    public var expired: FakeAnswer {
        FakeAnswer(
            status: 400,
            body: #"{"error":{"code":400,"message":"bad","errors":[{"reason":"invalidPageToken"}]}}"#
        )
    }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        let (items, next) = world.page(token: call.query["pageToken"], size: 5)
        let threads = order.arranged(items).map { item in
            """
            {"id":"c\(item.number)","snippet":{"videoId":"v","totalReplyCount":0,"topLevelComment":{"id":"c\(item.number)",\
            "snippet":{"authorDisplayName":"@ana","authorChannelId":{"value":"UCana"},"textDisplay":"\(item.text)",\
            "publishedAt":"\(item.at)","updatedAt":"\(item.at)"}}}}
            """
        }
        let token = next.map { #","nextPageToken":"\#($0)""# } ?? ""
        return FakeAnswer(body: #"{"items":[\#(threads.joined(separator: ","))]\#(token)}"#)
    }
}

/// The search of Hacker News: pages by number, newest first.
public struct HackerNewsDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "hackernews"
    /// What the search is said to allow.
    public let allowed = 10_000.0
    /// An hour.
    public let window = Span.hours(1)

    /// A search.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("hn"),
            network: Network(network),
            account: "acme",
            server: origin,
            settings: ["query": "message"],
            pollInterval: .seconds(20)
        )
    }

    /// Every search.
    public func isFeed(_ call: FakeCall) -> Bool { true }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        let since = call.query["numericFilters"].flatMap { Int64($0.drop { !$0.isNumber }) } ?? 0
        let found = Array(world.items.filter { $0.at.milliseconds / 1000 > since }.reversed())
        let number = call.query["page"].flatMap { Int($0) } ?? 0
        let hits = order.arranged(Array(found.dropFirst(number * 5).prefix(5))).map { item in
            """
            {"objectID":"\(item.number)","created_at_i":\(item.at.milliseconds / 1000),"author":"ana",\
            "comment_text":"\(item.text)","story_id":1,"_tags":["comment"]}
            """
        }
        let pages = (found.count + 4) / 5
        return FakeAnswer(body: #"{"hits":[\#(hits.joined(separator: ","))],"page":\#(number),"nbPages":\#(pages)}"#)
    }
}

/// Discourse: notices by offset, newest first, and each post on its own.
public struct DiscourseDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "discourse"
    /// As forums are shipped.
    public let allowed = 60.0
    /// A minute.
    public let window = Span.minutes(1)

    /// An account with a key.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("forum"),
            network: Network(network),
            account: "us",
            server: origin,
            secrets: ["key": Secret("forum-key")],
            pollInterval: .seconds(20)
        )
    }

    /// The notices.
    public func isFeed(_ call: FakeCall) -> Bool { call.path == "/notifications.json" }

    /// A page of notices, or a post.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        if call.path.hasPrefix("/posts/") {
            let number = Int(call.path.dropFirst(7).prefix { $0.isNumber }) ?? 0
            guard let item = world.items.first(where: { $0.number == number }) else { return FakeAnswer(status: 404) }
            return FakeAnswer(
                body: """
                    {"id":\(number),"username":"ana","created_at":"\(item.at)","raw":"\(item.text)","topic_id":7,\
                    "post_number":\(number),"version":1}
                    """
            )
        }
        let offset = call.query["offset"].flatMap { Int($0) } ?? 0
        let items = Array(world.items.reversed().dropFirst(offset).prefix(5))
        let notices = order.arranged(items).map { item in
            """
            {"id":\(item.number),"notification_type":1,"created_at":"\(item.at)","topic_id":7,\
            "data":{"original_post_id":\(item.number),"original_username":"ana"}}
            """
        }
        let list = notices.joined(separator: ",")
        return FakeAnswer(body: #"{"notifications":[\#(list)],"total_rows_notifications":\#(world.items.count)}"#)
    }
}
