public import HarkCore

/// Bluesky: mentions, replies and quotes, and the private chats; answers as posts and chat messages.
public struct BlueskyConnector: Connector {
    /// The network it speaks.
    public static let network = Network("bluesky")

    /// Bluesky.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What the network allows. Posts have record keys of our own, so a repeated post is one post.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.mention, .comment, .direct],
            textLimit: .init(300, .characters),
            reportsDeletes: true,
            sendsIdempotently: false,
            bringsAttachments: true
        )
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try Self.origin(of: channel) } catch { problems.append(error.reason) }
        if channel.secrets["app_password"] == nil, channel.secrets["token"] == nil {
            problems.append(
                "channel \(channel.id) has no secret “app_password”; add it under secrets: in channels.yaml"
            )
        }
        if channel.account.isEmpty {
            problems.append("channel \(channel.id) has no account; add e.g. account: acme.bsky.social")
        }
        return problems
    }

    /// Asks who the session belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try get("com.atproto.server.getSession", channel)
    }

    /// Our handle.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        do throws(DecodingFailure) {
            let profile = try response.body.readJSON(Profile.self)
            return "@" + (profile.handle ?? profile.did)
        } catch {
            throw .unreadable("the answer is no account: \(error)")
        }
    }

    /// The error's name in the body, then the status code. An expired token is a 400 here.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Said: Decodable {
            @Tolerated var error: String?
            @Tolerated var message: String?
        }
        guard !(200..<300).contains(response.status) else { return nil }
        // Third-party servers answer in plain text.
        let said = try? response.body.readJSON(Said.self)
        let words = [said?.error, said?.message].compactMap { $0 }.joined(separator: ": ")
        let reason = "HTTP \(response.status) " + words.quoted(hiding: channel.secrets.values)
        switch said?.error ?? "" {
        case "ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired", "AccountTakedown",
            "AuthFactorTokenRequired":
            return .reauthorise(reason)
        case "UpstreamFailure", "UpstreamTimeout", "NotEnoughResources": return .unavailable(reason)
        case "RecordNotFound", "NotFound": return .notFound(reason)
        default: return ConnectorFailure(status: response, now: now, reason: reason)
        }
    }

    func get(_ call: String, _ channel: Channel, _ query: QueryText? = nil, isChat: Bool = false)
        throws(ConnectorFailure) -> HTTPRequest
    {
        HTTPRequest(
            url: "\(try Self.origin(of: channel))/xrpc/\(call)" + (query.map { "?\($0)" } ?? ""),
            headers: try Self.headers(of: channel, isChat: isChat)
        )
    }

    static func headers(of channel: Channel, isChat: Bool) throws(ConnectorFailure) -> [HTTPField] {
        let token = HTTPField("Authorization", "Bearer \(try channel.secret("token").reveal())")
        // The account's own server passes chat calls on when it is told where to.
        return isChat ? [token, HTTPField("atproto-proxy", "did:web:api.bsky.chat#bsky_chat")] : [token]
    }

    /// The server that keeps our account: configured, learnt at the last login, or the usual one.
    static func origin(of channel: Channel) throws(ConnectorFailure) -> String {
        var channel = channel
        channel.server = channel.server ?? channel.settings["pds"]
        return try channel.origin(usual: "https://bsky.social")
    }
}
