public import HarkCore

/// X: mentions and private messages, by polling or webhook; answers as replies and private messages, where X allows them.
public struct XConnector: Connector {
    /// The network it speaks.
    public static let network = Network("x")

    /// X.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What X allows. Letters beyond the European scripts and emoji count twice. It takes no idempotency key.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.mention, .direct, .chat],
            textLimit: .init(280, .weighted, lengthOfURL: 23),
            reportsEdits: true,
            reportsDeletes: true,
            bringsAttachments: true
        )
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try Self.origin(of: channel) } catch { problems.append(error.reason) }
        if channel.account.isEmpty || !channel.account.allSatisfy(\.isNumber) {
            problems.append("channel \(channel.id): account must be the account's number; hark channels check shows it")
        }
        if channel.secrets["token"] == nil, channel.secrets["refresh_token"] == nil {
            problems.append("channel \(channel.id) is not connected; run hark channels connect \(channel.id)")
        }
        switch channel.settings["mode"] ?? "poll" {
        case "poll": break
        case "webhook": do { _ = try channel.secret("consumer_secret") } catch { problems.append(error.reason) }
        default: problems.append("channel \(channel.id): mode must be “poll” or “webhook”")
        }
        return problems
    }

    /// Asks who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try get("/2/users/me", QueryText([:]), channel)
    }

    /// Our handle and number.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Answer: Decodable { var data: User }
        guard let user = try? response.body.readJSON(Answer.self).data else { throw .unreadable("no account") }
        return "@\((user.username ?? "?").quoted(hiding: channel.secrets.values)) (account: \"\(user.id.text)\")"
    }

    /// The problem's type, then the status code. Used-up credit is a limit, not a lost permission.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        guard !(200..<300).contains(response.status) || response.body.count < 2000 else { return nil }
        let said = try? response.body.readJSON(Problem.self)
        // A problem beside data tells of a part that is missing; the data counts.
        guard !(200..<300).contains(response.status) || said?.isWholeAnswer == true else { return nil }
        let words = [said?.title, said?.detail ?? said?.message ?? said?.error].compactMap { $0 }
        let text = words.joined(separator: ": ").quoted(hiding: channel.secrets.values)
        let reason = text.isEmpty ? "HTTP \(response.status)" : "HTTP \(response.status): \(text)"
        var answer = response
        if (200..<300).contains(answer.status) { answer.status = 400 }
        switch said?.type?.split(separator: "/").last ?? "" {
        case "usage-capped": return .rateLimited(until: now + .hours(1), "the credit is used up: \(reason)")
        case "rate-limit-exceeded": return .rateLimited(until: Self.reset(response, now), reason)
        case "client-forbidden", "not-authorized-for-resource": return .forbidden("not allowed by X: \(reason)")
        case "resource-not-found": return .notFound(reason)
        case "resource-unavailable", "internal-error": return .unavailable(reason)
        default: break
        }
        switch answer.status {
        case 400 where ["invalid_request", "invalid_grant", "invalid_client"].contains(said?.error ?? ""):
            return .reauthorise(reason)
        case 402: return .rateLimited(until: now + .hours(1), "the credit is used up: \(reason)")
        case 403: return .forbidden("not allowed by X: \(reason)")
        case 429: return .rateLimited(until: Self.reset(response, now), reason)
        default: return ConnectorFailure(status: answer, now: now, reason: reason)
        }
    }

    private static func reset(_ response: HTTPResponse, _ now: Instant) -> Instant {
        let reading = RateReading(response, now: now)
        return min(max(reading.retryAt ?? reading.resetAt ?? now + .minutes(1), now + .seconds(1)), now + .days(1))
    }

    func get(_ path: String, _ query: QueryText, _ channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let parameters = query.description
        return HTTPRequest(
            url: try Self.origin(of: channel) + path + (parameters.isEmpty ? "" : "?" + parameters),
            headers: [try Self.authorization(of: channel)]
        )
    }

    static func authorization(of channel: Channel) throws(ConnectorFailure) -> HTTPField {
        HTTPField("Authorization", "Bearer \(try channel.secret("token").reveal())")
    }

    static func origin(of channel: Channel) throws(ConnectorFailure) -> String {
        try channel.origin(usual: "https://api.x.com")
    }
}

/// An error in one of X's forms.
private struct Problem: Decodable {
    struct Anything: Decodable {}

    @Tolerated var title: String?
    @Tolerated var detail: String?
    @Tolerated var type: String?
    @Tolerated var message: String?
    @Tolerated var error: String?
    @Tolerated var errors: [Problem.Part]?
    @Tolerated var data: Anything?
    @Tolerated var meta: Anything?

    struct Part: Decodable {
        @Tolerated var detail: String?
    }

    /// Whether there is nothing but the problem.
    var isWholeAnswer: Bool { title != nil && type != nil && data == nil && meta == nil }
}
