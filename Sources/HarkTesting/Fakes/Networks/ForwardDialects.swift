public import HarkCore

/// X: mentions after the newest known post, and no private messages.
public struct XDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "x"
    /// Few calls, so that the budget matters.
    public let allowed = 40.0

    /// An account with tokens.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("x"),
            network: Network(network),
            account: "99",
            server: origin,
            secrets: ["client_id": Secret("client"), "refresh_token": Secret("refresh")],
            pollInterval: .seconds(20)
        )
    }

    /// The mentions.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/mentions") }
    /// A position or a page token.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["pagination_token"] != nil }

    /// The refusal of a token.
    public var expired: FakeAnswer {
        FakeAnswer(
            status: 400,
            body: #"{"title":"Invalid Request","detail":"bad","type":"https://api.x.com/2/problems/invalid-request"}"#
        )
    }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        guard isFeed(call) else { return FakeAnswer(body: #"{"meta":{"result_count":0}}"#) }
        let since = call.query["since_id"].flatMap { Int($0) } ?? 0
        let start = call.query["pagination_token"].flatMap { Int($0) } ?? .max
        let left = world.items.filter { $0.number > since && $0.number <= start }.reversed()
        let posts = order.arranged(Array(left.prefix(5))).map { item in
            #"{"id":"\#(item.number)","text":"\#(item.text)","author_id":"7","created_at":"\#(item.at)"}"#
        }
        guard !posts.isEmpty else { return FakeAnswer(body: #"{"meta":{"result_count":0}}"#) }
        let next = left.dropFirst(5).first.map { #","next_token":"\#($0.number)""# } ?? ""
        return FakeAnswer(
            body: #"{"data":[\#(posts.joined(separator: ","))],"meta":{"result_count":\#(posts.count)\#(next)}}"#
        )
    }

    /// `x-rate-limit-*`, the reset as a time of the server's clock.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] {
        [
            "x-rate-limit-limit": "\(Int(allowed))", "x-rate-limit-remaining": "\(remaining)",
            "x-rate-limit-reset": "\(resetAt.milliseconds / 1000)",
        ]
    }

    /// Tokens.
    public func grant(for call: FakeCall) -> FakeAnswer? {
        guard call.path == "/2/oauth2/token" else { return nil }
        return FakeAnswer(body: #"{"access_token":"fresh","refresh_token":"next","expires_in":7200}"#)
    }
}

/// Mastodon: notifications right after the newest known one.
public struct MastodonDialect: FakeDialect {
    /// The network.
    public let network = "mastodon"
    /// Few calls, so that the budget matters.
    public let allowed: Double

    /// A dialect.
    public init(allowed: Double = 40) { self.allowed = allowed }

    /// An account with a token.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("fedi"),
            network: Network(network),
            account: "us",
            server: origin,
            settings: ["recheck": "0", "stream": "off"],
            secrets: ["token": Secret("fake-token")],
            pollInterval: .seconds(20)
        )
    }

    /// The notifications.
    public func isFeed(_ call: FakeCall) -> Bool { call.path == "/api/v1/notifications" }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        let items: [FakeWorld.Item]
        if let after = call.query["min_id"].flatMap({ Int($0) }) {
            items = Array(world.items.filter { $0.number > after }.prefix(5).reversed())
        } else {
            let before = call.query["max_id"].flatMap { Int($0) } ?? .max
            items = Array(world.items.filter { $0.number < before }.suffix(5).reversed())
        }
        let notes = order.arranged(items).map { item in
            """
            {"id":"\(item.number)","type":"mention","status":{"id":"\(item.number)","created_at":"\(item.at)",\
            "visibility":"public","content":"\(item.text)","account":{"id":"9","acct":"ana@far.example"}}}
            """
        }
        return FakeAnswer(body: "[\(notes.joined(separator: ","))]")
    }

    /// `X-RateLimit-*`, the reset as a date.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] {
        [
            "X-RateLimit-Limit": "\(Int(allowed))", "X-RateLimit-Remaining": "\(remaining)",
            "X-RateLimit-Reset": resetAt.description,
        ]
    }
}

/// A feed in Atom, with a tag for its version; its pages are its window.
public struct FeedDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "rss"
    /// Nobody counts.
    public let allowed = 10_000.0

    /// A reader.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("feed"),
            network: Network(network),
            account: "acme",
            settings: ["url": origin + "/feed.xml"],
            pollInterval: .seconds(20)
        )
    }

    /// Every call.
    public func isFeed(_ call: FakeCall) -> Bool { true }

    /// The feed, or 304.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        let tag = "\"\(world.items.count)\""
        if call.headers["if-none-match"] == tag { return FakeAnswer(status: 304) }
        let entries = order.arranged(Array(world.items.suffix(20).reversed())).map { item in
            """
            <entry><id>e\(item.number)</id><title>\(item.text)</title><published>\(item.at)</published>\
            <content>\(item.text)</content></entry>
            """
        }
        return FakeAnswer(
            headers: ["ETag": tag],
            body: #"<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>\#(entries.joined())</feed>"#
        )
    }
}

/// Discord: what came after an id, the newest first; ids tell the time.
public struct DiscordDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "discord"
    /// Few calls, so that the budget matters.
    public let allowed = 40.0

    /// A bot that hears one channel.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("guild"),
            network: Network(network),
            account: "900",
            server: origin,
            settings: ["channels": "10", "guild": "1"],
            secrets: ["token": Secret("fake-token")],
            pollInterval: .seconds(20)
        )
    }

    private func isMessages(_ call: FakeCall) -> Bool { call.path == "/api/v10/channels/10/messages" }

    /// The channel's messages, and not the second look at them.
    public func isFeed(_ call: FakeCall) -> Bool { isMessages(call) && call.query["after"] != nil }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        guard isMessages(call) else { return FakeAnswer(body: #"{"threads":[],"members":[]}"#) }
        let limit = call.query["limit"].flatMap { Int($0) } ?? 50
        let items =
            call.query["after"].flatMap { UInt64($0) }
            .map { after in world.items.filter { Self.id(of: $0) > after }.prefix(limit).reversed() }
            ?? world.items.suffix(limit).reversed()
        let messages = order.arranged(Array(items)).map { item in
            """
            {"id":"\(Self.id(of: item))","channel_id":"10","type":0,"timestamp":"\(item.at)","content":"\(item.text)",\
            "author":{"id":"9","username":"ana"}}
            """
        }
        return FakeAnswer(body: "[\(messages.joined(separator: ","))]")
    }

    /// `X-RateLimit-*`, the reset in seconds with a fraction, counted from now.
    public func limits(remaining: Int, resetAt: Instant, now: Instant) -> [String: String] {
        [
            "X-RateLimit-Limit": "\(Int(allowed))", "X-RateLimit-Remaining": "\(remaining)",
            "X-RateLimit-Reset-After": "\(Double((resetAt - now).milliseconds) / 1000)",
        ]
    }

    /// Milliseconds since 2015 in the upper bits.
    private static func id(of item: FakeWorld.Item) -> UInt64 {
        UInt64(item.at.milliseconds - 1_420_070_400_000) << 22 + UInt64(item.number)
    }
}
