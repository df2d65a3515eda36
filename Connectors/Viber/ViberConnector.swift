public import HarkCore

/// Viber bots: messages of people by webhook, answers by the bot's API.
public struct ViberConnector: Connector {
    /// The network it speaks.
    public static let network = Network("viber")

    static let origin = "https://chatapi.viber.com"

    /// Viber bots.
    public init() {}

    /// One network: `viber`.
    public var networks: [Network] { [Self.network] }

    /// What the bot API allows. It takes no key of ours, so an unknown outcome is a person's decision.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct],
            textLimit: .init(7000, .characters),
            reportsDelivery: true,
            bringsAttachments: true
        )
    }

    /// Names what is missing, and a sender's name that is too long.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try channel.secret("token") } catch { problems.append(error.reason) }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        let name = channel.settings["sender"] ?? ""
        if name.isEmpty || name.count > 28 {
            problems.append("channel \(channel.id): settings.sender must be the name people see, at most 28 characters")
        }
        return problems
    }

    /// Asks for the bot's account.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try Self.call("get_account_info", [String: String](), channel)
    }

    /// The bot's name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Account: Decodable {
            @Tolerated var name: String?
            @Tolerated var id: TextID?
        }
        guard let account = try? response.body.readJSON(Account.self), let name = account.name ?? account.id?.text
        else {
            throw .unreadable("Viber's answer names no account")
        }
        return name
    }

    /// Viber answers everything with 200; the body's status tells.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Answer: Decodable {
            @Tolerated var status: LooseNumber?
            @Tolerated var status_message: String?
        }
        if let failure = ConnectorFailure(status: response, now: now) { return failure }
        guard let answer = try? response.body.readJSON(Answer.self), let status = answer.status?.integer, status != 0
        else { return nil }
        let said = "\((answer.status_message ?? "no reason given").quoted(hiding: channel.secrets.values)) (\(status))"
        switch status {
        case 2: return .reauthorise("Viber no longer accepts the token; copy it again from the admin panel: \(said)")
        case 10: return .misconfigured("the bot has no webhook; see the README: \(said)")
        case 7: return .forbidden(said)
        case 12: return .rateLimited(until: now + .seconds(60), said)
        default: return .rejected(said)
        }
    }

    static func call(
        _ method: String,
        _ body: some Encodable,
        _ channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        try HTTPRequest(
            url: try channel.origin(usual: origin) + "/pa/" + method,
            headers: [HTTPField("X-Viber-Auth-Token", try channel.secret("token").reveal())],
            json: body
        )
    }
}

extension ViberConnector: WebhookConnector {
    /// An HMAC over the raw bytes under the bot's token.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .hmacSHA256(header: "X-Viber-Content-Signature", prefix: "", encoding: .hex, key: try channel.secret("token"))
    }

    /// Every event should bear its time; one that does not is dated when it came.
    public var needsArrivalTime: Bool { true }

    /// Reads one event.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        try body.readJSON(ViberEvent.self).decoded(arrived: headers.arrivalTime)
    }
}

extension ViberConnector: ReplyingConnector {
    private struct Message: Encodable {
        struct Sender: Encodable {
            var name: String
        }
        var receiver: String
        var type = "text"
        var text: String
        var sender: Sender
        var tracking_data: String
    }

    /// A text to the person.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        guard let receiver = reply.target.author?.id ?? reply.target.thread else {
            throw .rejected("the message names no author, so there is nobody to answer")
        }
        let message = Message(
            receiver: receiver,
            text: reply.text,
            sender: .init(name: channel.settings["sender"] ?? channel.account),
            tracking_data: reply.id
        )
        return try Self.call("send_message", message, channel)
    }

    /// The new message's token.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            @Tolerated var message_token: TextID?
        }
        guard let token = (try? response.body.readJSON(Sent.self))?.message_token else {
            throw .unreadable("Viber accepted the message but named no token; look there before sending it again")
        }
        return Receipt(messageID: token.text)
    }
}
