public import HarkCore

/// Discourse forums: mentions, answers and private messages by polling, or every post by webhook; answers as posts.
public struct DiscourseConnector: Connector {
    /// The network it speaks.
    public static let network = Network("discourse")

    /// Discourse forums.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What a forum allows as it is shipped; a site's own settings may differ.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.mention, .comment, .direct],
            textLimit: .init(32_000, .characters),
            reportsEdits: true,
            reportsDeletes: true
        )
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try channel.origin() } catch { problems.append(error.reason) }
        do { _ = try channel.secret("key") } catch { problems.append(error.reason) }
        switch channel.settings["mode"] ?? "poll" {
        case "poll": break
        case "webhook": do { _ = try channel.secret("webhook_secret") } catch { problems.append(error.reason) }
        default: problems.append("channel \(channel.id): mode must be “poll” or “webhook”")
        }
        return problems
    }

    /// Asks for our own page.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try get("/u/\(channel.account.percentEncoded).json", channel)
    }

    /// Our name on the forum.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Answer: Decodable {
            struct User: Decodable { var username: String }
            var user: User
        }
        guard let answer = try? response.body.readJSON(Answer.self) else { throw .unreadable("no page of a user") }
        return "@" + answer.user.username.quoted(hiding: channel.secrets.values)
    }

    /// The status code, the forum's `errors`, and for 429 its own number of seconds.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Said: Decodable {
            struct Extras: Decodable { @Tolerated var wait_seconds: LooseNumber? }
            @Tolerated var errors: [String]?
            @Tolerated var extras: Extras?
        }
        guard !(200..<300).contains(response.status) else { return nil }
        let said = try? response.body.readJSON(Said.self)
        let words = (said?.errors ?? []).joined(separator: " ").quoted(hiding: channel.secrets.values)
        let reason = words.isEmpty ? "HTTP \(response.status)" : "HTTP \(response.status): \(words)"
        if response.status == 429, let wait = said?.extras?.wait_seconds {
            return .rateLimited(until: now + .seconds(min(max(wait.integer, 1), 86_400)), reason)
        }
        if response.status == 403, words.lowercased().contains("api key") { return .reauthorise(reason) }
        return ConnectorFailure(status: response, now: now, reason: reason)
    }

    func get(_ path: String, _ channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(url: try channel.origin() + path, headers: try Self.credentials(of: channel))
    }

    static func credentials(of channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        [
            HTTPField("Api-Key", try channel.secret("key").reveal()), HTTPField("Api-Username", channel.account),
            HTTPField("Accept", "application/json"),
        ]
    }
}
