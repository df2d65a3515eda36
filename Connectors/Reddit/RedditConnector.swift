public import HarkCore

/// Reddit: answers to our posts and comments, mentions, private messages, moderators' mail.
public struct RedditConnector: Connector {
    /// The network it speaks.
    public static let network = Network("reddit")

    /// Reddit.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What Reddit allows. It takes no idempotency key.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(kinds: [.mention, .comment, .direct], textLimit: .init(10_000, .characters))
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        for name in ["client_id", "client_secret"] {
            do { _ = try channel.secret(name) } catch { problems.append(error.reason) }
        }
        if channel.secrets["refresh_token"] == nil, channel.secrets["token"] == nil {
            problems.append("channel \(channel.id) is not connected; run hark channels connect \(channel.id)")
        }
        do { _ = try Self.origin(of: channel) } catch { problems.append(error.reason) }
        if channel.account.isEmpty { problems.append("channel \(channel.id) has no account; add account: our-name") }
        return problems
    }

    /// Asks who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try get("/api/v1/me", channel)
    }

    /// Our name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Me: Decodable { var name: String }
        guard let me = try? response.body.readJSON(Me.self) else { throw .unreadable("the answer is no account") }
        return "u/" + me.name.quoted(hiding: channel.secrets.values)
    }

    /// The status code, and the errors that Reddit hides in a 200.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        guard (200..<300).contains(response.status) else {
            if response.status == 429 {
                let until = RateReading(response, now: now).retryAt ?? now + .minutes(1)
                return .rateLimited(until: min(until, now + .days(1)), "HTTP 429")
            }
            struct OAuthRefusal: Decodable { var error: String }
            if response.status == 400, let refusal = try? response.body.readJSON(OAuthRefusal.self),
                ["invalid_grant", "invalid_client", "unauthorized_client"].contains(refusal.error)
            {
                return .reauthorise(refusal.error)
            }
            return ConnectorFailure(status: response, now: now)
        }
        guard response.body.starts(with: Array("{\"json\"".utf8)),
            let said = try? response.body.readJSON(Said.self).json.errors.first
        else { return nil }
        let reason = "\(said.code): \(said.message)".quoted(hiding: channel.secrets.values)
        switch said.code {
        case "RATELIMIT": return .rateLimited(until: now + said.wait, reason)
        case "USER_REQUIRED": return .reauthorise(reason)
        case "SUBREDDIT_NOTALLOWED", "NOT_WHITELISTED_BY_USER_MESSAGE": return .forbidden(reason)
        default: return .rejected(reason)
        }
    }

    func get(_ path: String, _ channel: Channel, _ query: QueryText? = nil) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(
            // Without raw_json the texts come with < > & escaped.
            url: "\(try Self.origin(of: channel))\(path)?raw_json=1" + (query.map { "&\($0)" } ?? ""),
            headers: try Self.headers(of: channel)
        )
    }

    static func headers(of channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        [HTTPField("Authorization", "bearer \(try channel.secret("token").reveal())"), agent(of: channel)]
    }

    /// Reddit slows down or refuses callers without a name of this form.
    static func agent(of channel: Channel) -> HTTPField {
        let usual = "linux:hark:\(HarkCore.version) (by /u/\(Thing.bare(channel.account)))"
        return HTTPField("User-Agent", channel.settings["user_agent"] ?? usual)
    }

    static func origin(of channel: Channel) throws(ConnectorFailure) -> String {
        try channel.origin(usual: "https://oauth.reddit.com")
    }
}

/// What a call that changes something says.
private struct Said: Decodable {
    struct Content: Decodable {
        var errors: [Refusal]
    }

    /// Written as a list: a code, a sentence, the field.
    struct Refusal: Decodable {
        var code: String
        var message: String

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            code = try parts.decode(String.self)
            message = (try? parts.decode(String.self)) ?? ""
        }

        /// “try again in 9 minutes”: the number and its unit, and a second more.
        var wait: Span {
            let words = message.lowercased().split { !$0.isLetter && !$0.isNumber }
            for (number, unit) in zip(words, words.dropFirst()) {
                guard let count = Int64(number) else { continue }
                if unit.hasPrefix("second") { return .seconds(count + 1) }
                if unit.hasPrefix("minute") { return .minutes(count) + .seconds(61) }
                if unit.hasPrefix("hour") { return .hours(count) + .seconds(61) }
            }
            return .minutes(10)
        }
    }

    var json: Content
}
