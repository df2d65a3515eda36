public import HarkCore

/// YouTube: comments under a channel's videos, by the Data API, within its daily quota.
public struct YouTubeConnector: Connector {
    /// The network it speaks.
    public static let network = Network("youtube")

    /// YouTube.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What the Data API allows. It takes no idempotency key.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(kinds: [.comment], textLimit: .init(10_000, .characters), reportsEdits: true)
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try Self.base(of: channel) } catch { problems.append(error.reason) }
        do { _ = try Self.credential(of: channel) } catch { problems.append(error.reason) }
        if !channel.account.hasPrefix("UC") {
            problems.append("channel \(channel.id): account must be the YouTube channel's id, which begins with UC")
        }
        if let text = channel.settings["quota"], Int(text).map({ $0 < 100 }) ?? true {
            problems.append("channel \(channel.id): quota must be a number of units a day, 100 or more")
        }
        return problems
    }

    /// Asks for our own channel: 1 unit.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try get("channels", ["part": "snippet", "id": channel.account], channel)
    }

    /// The channel's title.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Answer: Decodable {
            struct Item: Decodable {
                struct Snippet: Decodable { var title: String }
                var snippet: Snippet
            }
            var items: [Item]?
        }
        guard let answer = try? response.body.readJSON(Answer.self) else { throw .unreadable("no list of channels") }
        guard let title = answer.items?.first?.snippet.title else {
            throw .notFound("there is no YouTube channel with the id in account:")
        }
        return title.quoted(hiding: channel.secrets.values)
    }

    /// The reason in the body, then the status code: a used-up quota and a missing permission are both 403.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        let isShort = response.body.count < 10_000
        guard !(200..<300).contains(response.status) || isShort,
            let said = (try? response.body.readJSON(Refusal.self))?.error
        else { return ConnectorFailure(status: response, now: now) }
        var answer = response
        answer.status = said.code.map { Int($0.integer) } ?? ((200..<300).contains(answer.status) ? 400 : answer.status)
        let words = [said.reason, said.message].compactMap { $0 }.joined(separator: ": ")
        let reason = "HTTP \(answer.status) " + words.quoted(hiding: channel.secrets.values)
        return switch said.reason ?? "" {
        case "quotaExceeded", "dailyLimitExceeded":
            .rateLimited(until: Self.midnight(after: now), "the day's quota is used up")
        case "rateLimitExceeded", "userRateLimitExceeded": .rateLimited(until: now + .minutes(1), reason)
        case "keyInvalid", "keyExpired", "authError", "invalid_grant", "invalid_client": .reauthorise(reason)
        case "processingFailure", "backendError": .unavailable(reason)
        default: ConnectorFailure(status: answer, now: now, reason: reason)
        }
    }

    /// Midnight in California, where the quota begins anew; standard time, so that it is never too early.
    private static func midnight(after now: Instant) -> Instant {
        let day = Span.days(1).milliseconds
        let shift = Span.hours(8).milliseconds
        return Instant(milliseconds: ((now.milliseconds - shift) / day + 1) * day + shift)
    }

    func get(
        _ call: String,
        _ parameters: KeyValuePairs<String, String?>,
        _ channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        let proof =
            switch try Self.credential(of: channel) {
            case .token(let token): HTTPField("Authorization", "Bearer \(token.reveal())")
            case .key(let key): HTTPField("X-Goog-Api-Key", key.reveal())
            }
        return HTTPRequest(url: "\(try Self.base(of: channel))/\(call)?\(QueryText(parameters))", headers: [proof])
    }

    static func base(of channel: Channel) throws(ConnectorFailure) -> String {
        try channel.origin(usual: "https://www.googleapis.com") + "/youtube/v3"
    }

    enum Credential {
        case token(Secret)
        /// Reads what is public, and cannot answer.
        case key(Secret)
    }

    static func credential(of channel: Channel) throws(ConnectorFailure) -> Credential {
        if let token = channel.secrets["token"] { return .token(token) }
        if let key = channel.secrets["key"] { return .key(key) }
        if channel.secrets["refresh_token"] != nil { return .token(Secret("")) }
        throw .misconfigured(
            "channel \(channel.id) has neither a refresh_token nor a key; see the README of its connector"
        )
    }
}

/// What an error looks like: an object with reasons, or after OAuth just a word.
private struct Refusal: Decodable {
    struct Detail: Decodable {
        struct Reason: Decodable {
            @Tolerated var reason: String?
        }

        var reason: String?
        var message: String?
        var code: LooseNumber?

        private enum CodingKeys: String, CodingKey { case errors, message, status, code }

        init(from decoder: any Decoder) throws {
            guard let fields = try? decoder.container(keyedBy: CodingKeys.self) else {
                message = try decoder.singleValueContainer().decode(String.self)
                reason = message
                return
            }
            let reasons = try? fields.decodeIfPresent([Reason].self, forKey: .errors)
            reason = reasons?.first?.reason ?? (try? fields.decodeIfPresent(String.self, forKey: .status))
            message = try? fields.decodeIfPresent(String.self, forKey: .message)
            code = try? fields.decodeIfPresent(LooseNumber.self, forKey: .code)
        }
    }

    var error: Detail?
}
