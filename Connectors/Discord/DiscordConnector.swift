public import HarkCore

/// Discord: messages in a server's channels and threads by asking for them, events of games by webhook; answers as replies.
public struct DiscordConnector: Connector {
    /// The network it speaks.
    public static let network = Network("discord")

    /// Discord.
    public init() {}

    /// One network: `discord`.
    public var networks: [Network] { [Self.network] }

    /// What a bot may do. A nonce keeps a repeated message from being said twice only for minutes, so none is promised.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.mention, .chat, .direct],
            textLimit: .init(2000, .characters),
            reportsEdits: true,
            reportsDeletes: true,
            bringsAttachments: true,
            editsReplies: true
        )
    }

    /// Names what is missing: a token, and channels to ask or a key to be called with.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try channel.secret("token") } catch { problems.append(error.reason) }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        if Self.places(of: channel).isEmpty, channel.secrets["public_key"] == nil {
            problems.append(
                "channel \(channel.id) has nothing to gather; add e.g. settings: {channels: \"290926798999357250\"}"
            )
        }
        if Self.recheck(in: channel) == nil {
            problems.append("channel \(channel.id): recheck must be a number from 0 to \(Self.mostRechecked)")
        }
        if let guild = channel.settings["guild"], UInt64(guild) == nil {
            problems.append("channel \(channel.id): guild must be the server's id, e.g. \"197038439483310086\"")
        }
        return problems
    }

    /// Asks who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        HTTPRequest(url: try Self.url("/users/@me", channel), headers: try Self.headers(channel))
    }

    /// The bot's name; its id must be the channel's `account`, or our own words would count as a customer's.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        guard let user = try? response.body.readJSON(DiscordUser.self), let id = user.id?.text else {
            throw .unreadable("Discord's answer names no user")
        }
        guard id == channel.account else {
            throw .misconfigured("the token belongs to \(id); set account: \"\(id)\" in channels.yaml")
        }
        return "@" + (user.username ?? id)
    }

    /// Discord's own error codes say more than the status (Discord, “Opcodes and status codes”).
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Refusal: Decodable {
            @Tolerated var message: String?
            @Tolerated var code: LooseNumber?
            @Tolerated var retry_after: LooseNumber?
        }
        let refusal = try? response.body.readJSON(Refusal.self)
        let said = refusal?.message?.quoted(hiding: channel.secrets.values)
        let wait = refusal?.retry_after.map { Span(milliseconds: Int64(min(max($0.value, 1), 86_400) * 1000)) }
        if response.status == 429 {
            return .rateLimited(until: now + (wait ?? .seconds(60)), said ?? "too many requests")
        }
        guard let code = refusal?.code?.integer, code != 0, refusal?.message != nil else {
            return ConnectorFailure(status: response, now: now, reason: said)
        }
        let reason = "\(said ?? "refused") (\(code))"
        switch code {
        case 10_003, 10_008, 10_013: return .notFound(reason)
        case 50_001, 50_007, 50_013, 50_278: return .forbidden(reason)
        case 40_333: return .misconfigured(reason)
        case 110_000: return .unavailable(reason)
        case 50_035: return .rejected(reason)
        default: return ConnectorFailure(status: response, now: now, reason: reason) ?? .rejected(reason)
        }
    }

    static let origin = "https://discord.com"

    static func url(_ path: String, _ channel: Channel) throws(ConnectorFailure) -> String {
        try channel.origin(usual: origin) + "/api/v10" + path
    }

    /// A call without this form of User-Agent is turned away before it reaches the API.
    static func headers(_ channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        [
            HTTPField("Authorization", "Bot " + (try channel.secret("token").reveal())),
            HTTPField("User-Agent", "DiscordBot (https://hark.example, \(HarkCore.version))"),
        ]
    }

    /// The channels, threads and private chats to ask, by their ids.
    static func places(of channel: Channel) -> [String] {
        ids(channel.settings["channels"]) + ids(channel.settings["direct"])
    }

    static let mostRechecked = 100

    /// How many of a place's newest messages are looked at again; nil when what is configured is no number.
    static func recheck(in channel: Channel) -> Int? {
        guard let text = channel.settings["recheck"] else { return 25 }
        return Int(text).flatMap { (0...mostRechecked).contains($0) ? $0 : nil }
    }

    /// Those of them that are private chats.
    static func privatePlaces(of channel: Channel) -> Set<String> { Set(ids(channel.settings["direct"])) }

    private static func ids(_ text: String?) -> [String] {
        (text ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
}
