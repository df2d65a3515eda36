public import HarkCore

/// TikTok business accounts: events by webhook, answers under comments.
///
/// TikTok documents the envelope and its signature; bodies of comment events are not public, so they are read by the names
/// that its comment lists use.
public struct TikTokConnector: Connector {
    /// The network it speaks.
    public static let network = Network("tiktok")

    static let origin = "https://business-api.tiktok.com"

    /// TikTok business accounts.
    public init() {}

    /// One network: `tiktok`.
    public var networks: [Network] { [Self.network] }

    /// What the API allows. It takes no key of ours, so an unknown outcome is a person's decision.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(kinds: [.comment, .mention], textLimit: .init(150, .characters))
    }

    /// Names every missing secret.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        for name in ["token", "client_secret"] {
            do { _ = try channel.secret(name) } catch { problems.append(error.reason) }
        }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        return problems
    }

    /// Asks for the account.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        let query = QueryText(["business_id": channel.account, "fields": #"["username"]"#])
        return HTTPRequest(
            url: try channel.origin(usual: Self.origin) + "/open_api/v1.3/business/get/?\(query)",
            headers: try Self.headers(channel)
        )
    }

    /// The account's name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Account: Decodable, Sendable {
            @Tolerated var username: String?
        }
        struct Answer: Decodable {
            @Tolerated var data: Account?
        }
        guard let name = (try? response.body.readJSON(Answer.self))?.data?.username else {
            throw .unreadable("TikTok's answer names no account")
        }
        return name
    }

    /// TikTok answers errors with 200; the body's code tells.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Answer: Decodable {
            @Tolerated var code: LooseNumber?
            @Tolerated var message: String?
        }
        if let failure = ConnectorFailure(status: response, now: now) { return failure }
        guard let answer = try? response.body.readJSON(Answer.self), let code = answer.code?.integer, code != 0 else {
            return nil
        }
        let said = "\((answer.message ?? "no reason given").quoted(hiding: channel.secrets.values)) (\(code))"
        switch code {
        case 40100: return .rateLimited(until: now + .minutes(5), said)
        case 40101...40105:
            return .reauthorise("TikTok no longer accepts the token; connect the account again: \(said)")
        case 40001: return .forbidden(said)
        case 50000...: return .unavailable(said)
        default: return .rejected(said)
        }
    }

    static func headers(_ channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        [HTTPField("Access-Token", try channel.secret("token").reveal())]
    }
}

extension TikTokConnector: WebhookConnector {
    /// An HMAC over the time, a dot and the raw body; both stand in one header.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .signed(
            SignatureScheme(
                .hmacSHA256(key: try channel.secret("client_secret")),
                signature: .member("s", of: "Tiktok-Signature"),
                encoding: .hex,
                timestamp: .member("t", of: "Tiktok-Signature"),
                signed: [.timestamp, .text("."), .body]
            )
        )
    }

    /// Reads one event.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        try body.readJSON(TikTokEvent.self).decoded
    }
}

extension TikTokConnector: ReplyingConnector {
    private struct Reply: Encodable {
        var business_id: String
        var video_id: String
        var comment_id: String
        var text: String
    }

    /// An answer under the comment.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let video = reply.target.thread else { throw .rejected("the event names no video to answer under") }
        return try HTTPRequest(
            url: try channel.origin(usual: Self.origin) + "/open_api/v1.3/business/comment/reply/create/",
            headers: try Self.headers(channel),
            json: Reply(
                business_id: channel.account,
                video_id: video,
                comment_id: reply.target.messageID,
                text: reply.text
            )
        )
    }

    /// The new comment's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Comment: Decodable, Sendable {
            @Tolerated var comment_id: TextID?
        }
        struct Answer: Decodable {
            @Tolerated var data: Comment?
        }
        guard let id = (try? response.body.readJSON(Answer.self))?.data?.comment_id else {
            throw .unreadable("TikTok accepted the answer but named no id; look there before sending it again")
        }
        return Receipt(messageID: id.text)
    }
}
