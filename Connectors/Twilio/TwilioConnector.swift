import Foundation
public import HarkCore

/// SMS, MMS and WhatsApp by Twilio: messages by webhook, answers by REST, states of our messages by the same webhook.
public struct TwilioConnector: Connector {
    /// The network it speaks.
    public static let network = Network("twilio")

    static let origin = "https://api.twilio.com"

    /// Twilio numbers.
    public init() {}

    /// One network: `twilio`.
    public var networks: [Network] { [Self.network] }

    /// What the API allows. It takes no key of ours, so an unknown outcome is a person's decision.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct],
            textLimit: .init(1600, .characters),
            reportsDelivery: true,
            bringsAttachments: true
        )
    }

    /// Names every missing secret and setting.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try channel.secret("token") } catch { problems.append(error.reason) }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        if !(channel.settings["account_sid"] ?? "").hasPrefix("AC") {
            problems.append("channel \(channel.id): settings.account_sid must be the account's SID (AC…)")
        }
        if !(channel.settings["webhook_url"] ?? "").hasPrefix("http") {
            problems.append(
                "channel \(channel.id): settings.webhook_url must be the address as entered at Twilio; it is signed"
            )
        }
        return problems
    }

    /// Asks for the account.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        HTTPRequest(url: try Self.base(of: channel) + ".json", headers: try Self.headers(channel))
    }

    /// The account's name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Owner: Decodable {
            @Tolerated var friendly_name: String?
        }
        guard let name = (try? response.body.readJSON(Owner.self))?.friendly_name else {
            throw .unreadable("Twilio's answer names no account")
        }
        return name
    }

    /// Twilio's own code decides where there is one.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Problem: Decodable {
            @Tolerated var code: LooseNumber?
            @Tolerated var message: String?
        }
        guard !(200..<300).contains(response.status) else { return nil }
        guard let problem = try? response.body.readJSON(Problem.self), let code = problem.code?.integer else {
            return ConnectorFailure(status: response, now: now)
        }
        let said = "\((problem.message ?? "no reason given").quoted(hiding: channel.secrets.values)) (\(code))"
        switch code {
        case 20003: return .reauthorise("Twilio no longer accepts the token; copy it again from the console: \(said)")
        case 20429:
            return ConnectorFailure(
                status: HTTPResponse(status: 429, headers: response.headers),
                now: now,
                reason: said
            )
        case 63016: return .rejected("outside the 24-hour window: the customer has to write first: \(said)")
        default: return response.status >= 500 ? .unavailable(said) : .rejected(said)
        }
    }

    static func base(of channel: Channel) throws(ConnectorFailure) -> String {
        let sid = channel.settings["account_sid"] ?? ""
        guard !sid.isEmpty, sid.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw .misconfigured("channel \(channel.id) has no settings.account_sid; add it to channels.yaml")
        }
        return try channel.origin(usual: origin) + "/2010-04-01/Accounts/" + sid
    }

    static func headers(_ channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        let pair = (channel.settings["account_sid"] ?? "") + ":" + (try channel.secret("token").reveal())
        return [HTTPField("Authorization", "Basic " + Data(pair.utf8).base64EncodedString())]
    }
}

extension TwilioConnector: WebhookConnector {
    /// An HMAC of the address as entered at Twilio and the sorted fields.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        guard let url = channel.settings["webhook_url"] else {
            throw .misconfigured(
                "channel \(channel.id) has no settings.webhook_url; add the address as entered at Twilio"
            )
        }
        return .signedForm(header: "X-Twilio-Signature", url: url, key: try channel.secret("token"))
    }

    /// Twilio's messages carry no time; they are dated when they arrive.
    public var needsArrivalTime: Bool { true }

    /// Reads a message, or what became of one of ours.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        try TwilioForm(body).read(arrivedAt: headers.arrivalTime ?? Instant(milliseconds: 0))
    }

    /// An empty answer in Twilio's language: no automatic reply.
    public func answer(to body: [UInt8], channel: Channel) -> WebhookAnswer? {
        WebhookAnswer([.text("<Response/>")], contentType: "text/xml")
    }
}
