public import HarkCore

/// VK communities: private messages and comments by the Callback API, answers by the API's methods.
public struct VKConnector: Connector {
    /// The network it speaks.
    public static let network = Network("vk")

    static let origin = "https://api.vk.com"
    static let version = "5.199"

    /// VK communities.
    public init() {}

    /// One network: `vk`.
    public var networks: [Network] { [Self.network] }

    /// What the API allows. Every send carries a number of ours, by which VK knows a repeated one.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct, .chat, .comment, .mention],
            textLimit: .init(9000, .characters),
            reportsEdits: true,
            reportsDeletes: true,
            sendsIdempotently: true,
            bringsAttachments: true
        )
    }

    /// Names every missing secret and setting.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        for name in ["token", "secret"] {
            do { _ = try channel.secret(name) } catch { problems.append(error.reason) }
        }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        if channel.settings["confirmation"]?.isEmpty ?? true {
            problems.append("channel \(channel.id): settings.confirmation must be the string VK shows for the server")
        }
        if UInt64(channel.account) == nil {
            problems.append("channel \(channel.id): account must be the community's id, a number without a minus")
        }
        return problems
    }

    /// Asks for the community.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try Self.call("groups.getById", ["group_id": channel.account], channel)
    }

    /// The community's name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Group: Decodable, Sendable {
            @Tolerated var screen_name: String?
            @Tolerated var name: String?
        }
        struct Groups: Decodable, Sendable {
            @Tolerated var groups: [Group]?
        }
        struct Answer: Decodable {
            @Tolerated var response: Groups?
        }
        let group = (try? response.body.readJSON(Answer.self))?.response?.groups?.first
        guard let name = group?.screen_name ?? group?.name else { throw .unreadable("VK's answer names no community") }
        return name
    }

    /// VK answers errors with 200; the body's code tells.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Problem: Decodable, Sendable {
            @Tolerated var error_code: LooseNumber?
            @Tolerated var error_msg: String?
        }
        struct Refused: Decodable, Sendable {
            @Tolerated var error: Inner?
        }
        struct Inner: Decodable, Sendable {
            @Tolerated var code: LooseNumber?
            @Tolerated var description: String?
        }
        struct Answer: Decodable {
            @Tolerated var error: Problem?
            @Tolerated var response: [Refused]?
        }
        if let failure = ConnectorFailure(status: response, now: now) { return failure }
        let answer = try? response.body.readJSON(Answer.self)
        let inner = answer?.response?.first?.error
        guard let code = (answer?.error?.error_code ?? inner?.code)?.integer else { return nil }
        let words = answer?.error?.error_msg ?? inner?.description ?? "no reason given"
        let said = "\(words.quoted(hiding: channel.secrets.values)) (\(code))"
        switch code {
        case 5, 27, 28: return .reauthorise("VK no longer accepts the token; create a new one: \(said)")
        case 6: return .rateLimited(until: now + .seconds(1), said)
        case 9, 29: return .rateLimited(until: now + .seconds(60), said)
        case 1, 10: return .unavailable(said)
        case 7, 15: return .forbidden(said)
        default: return .rejected(said)
        }
    }

    /// A call of a method. The token travels in a header, not in the address.
    static func call(
        _ method: String,
        _ values: KeyValuePairs<String, String?>,
        _ channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        var form = QueryText(values)
        form.add("v", version)
        return HTTPRequest(
            url: try channel.origin(usual: origin) + "/method/" + method,
            headers: [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))],
            form: form
        )
    }
}

extension VKConnector: WebhookConnector {
    /// VK signs nothing; every event carries the secret that was entered with the address.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .sharedSecretInBody(member: "secret", secret: try channel.secret("secret"))
    }

    /// VK asks once for a string that shows the address is ours, before it knows the secret.
    public func greeting(_ body: [UInt8], channel: Channel) -> WebhookAnswer? {
        guard let event = try? body.readJSON(VKEvent.self), event.type == "confirmation",
            event.group_id?.text == channel.account
        else { return nil }
        return channel.settings["confirmation"].map(WebhookAnswer.text)
    }

    /// VK wants to read exactly this, and delivers again until it does.
    public func answer(to body: [UInt8], channel: Channel) -> WebhookAnswer? { .text("ok") }

    /// Every message should bear its time; one that does not is dated when it came.
    public var needsArrivalTime: Bool { true }

    /// Reads one event.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        try VKReading(account: channel.account, arrived: headers.arrivalTime).read(try body.readJSON(VKEvent.self))
    }
}
