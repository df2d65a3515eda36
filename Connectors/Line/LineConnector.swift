import Foundation
public import HarkCore

/// LINE official accounts: messages of people, groups and rooms by webhook, answers by push.
public struct LineConnector: Connector {
    /// The network it speaks.
    public static let network = Network("line")

    /// LINE official accounts.
    public init() {}

    /// One network: `line`.
    public var networks: [Network] { [Self.network] }

    /// What the Messaging API allows. A push carries a retry key, so a repeated one is sent once.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct, .chat],
            textLimit: .init(5000, .utf16),
            reportsEdits: true,
            reportsDeletes: true,
            sendsIdempotently: true,
            bringsAttachments: true,
            quickReplies: 13
        )
    }

    /// Names every missing secret.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        for name in ["token", "channel_secret"] {
            do { _ = try channel.secret(name) } catch { problems.append(error.reason) }
        }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        return problems
    }

    /// Asks who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        HTTPRequest(url: try channel.origin(usual: Self.origin) + "/v2/bot/info", headers: try Self.headers(channel))
    }

    /// The account's basic id.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Bot: Decodable {
            @Tolerated var basicId: String?
            @Tolerated var displayName: String?
        }
        guard let bot = try? response.body.readJSON(Bot.self), let name = bot.basicId ?? bot.displayName else {
            throw .unreadable("LINE's answer names no account")
        }
        return name
    }

    /// LINE tells a full quota from a fast caller only by its sentence, and an already accepted push by 409.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Refusal: Decodable {
            @Tolerated var message: String?
        }
        guard !(200..<300).contains(response.status), response.status != 409 else { return nil }
        let refusal = try? response.body.readJSON(Refusal.self)
        let said = refusal?.message?.quoted(hiding: channel.secrets.values)
        if response.status == 429, said?.contains("monthly limit") ?? false {
            return .forbidden("the account's monthly quota of messages is used up: \(said ?? "")")
        }
        return ConnectorFailure(status: response, now: now, reason: said)
    }

    static let origin = "https://api.line.me"

    static func headers(_ channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))]
    }
}

extension LineConnector: WebhookConnector {
    /// An HMAC over the raw bytes, in base64.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .hmacSHA256(
            header: "x-line-signature",
            prefix: "",
            encoding: .base64,
            key: try channel.secret("channel_secret")
        )
    }

    /// Every event should bear its time; one that does not is dated when it came.
    public var needsArrivalTime: Bool { true }

    /// Reads a batch; the console's test call has none.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        struct Delivery: Decodable {
            var events: [Lenient<LineEvent>]
        }
        var decoded = Decoded()
        for event in try body.readJSON(Delivery.self).events {
            switch event {
            case .read(let event): event.read(into: &decoded, arrived: headers.arrivalTime)
            case .broken(let reason): decoded.malformed.append("event: \(reason)")
            }
        }
        return decoded
    }
}
