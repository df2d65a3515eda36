import Foundation
public import HarkCore

/// Telegram bots: private chats, groups and business chats, by long polling or by webhook.
///
/// The bot's token is part of every URL, so no URL may reach a log or an error. `Receiving` gathers, `Replying`
/// answers, `Updates` takes an update apart, `MessageReading` turns a message into ours.
public struct TelegramConnector: Connector {
    /// The network it speaks.
    public static let network = Network("telegram")

    /// Telegram bots.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What the Bot API allows. It takes no idempotency key, so an unknown outcome is a person's decision.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct, .chat],
            textLimit: .init(4096, .characters),
            reportsEdits: true,
            reportsDeletes: true,
            sendsIdempotently: false,
            bringsAttachments: true,
            quickReplies: 12,
            sendsMedia: true,
            editsReplies: true
        )
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try Self.base(of: channel) } catch { problems.append(error.reason) }
        switch Mode(channel) {
        case .poll:
            if Self.longPoll(of: channel) == nil {
                problems.append("channel \(channel.id): long_poll_seconds must be a number from 0 to 50")
            }
        case .webhook:
            do { _ = try channel.secret("webhook_secret") } catch { problems.append(error.reason) }
        case nil: problems.append("channel \(channel.id): mode must be “poll” or “webhook”")
        }
        return problems
    }

    /// Asks who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        HTTPRequest(url: try Self.base(of: channel) + "getMe")
    }

    /// The bot's name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        do {
            let me = try JSONDecoder().decode(Answer<User>.self, from: Data(response.body)).result
            return me.username.map { "@" + $0 } ?? me.id.text
        } catch {
            throw .unreadable("Telegram's answer is no account: \(DecodingFailure(reading: error))")
        }
    }

    /// Telegram's own error code and description, which stand in the body.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        guard let refusal = try? JSONDecoder().decode(Refusal.self, from: Data(response.body)), !refusal.ok else {
            return ConnectorFailure(status: response, now: now)
        }
        if refusal.isUnchanged { return nil }
        return refusal.failure(status: response.status, now: now, hiding: channel.secrets.values)
    }

    /// Where the bot's methods are. Holds the token.
    static func base(of channel: Channel) throws(ConnectorFailure) -> String {
        let origin = try channel.origin(usual: "https://api.telegram.org")
        let token = try channel.secret("token").reveal()
        let parts = token.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(\.isASCIIDigit), !parts[1].isEmpty,
            parts[1].allSatisfy({ $0.isASCIIDigit || $0.isASCII && $0.isLetter || $0 == "-" || $0 == "_" })
        else {
            throw .misconfigured("channel \(channel.id): the token does not look like 123456:ABC-def; copy it again")
        }
        return "\(origin)/bot\(token)/"
    }

    /// How many seconds a poll waits at the server for something to happen; nil when what is configured is no number.
    static func longPoll(of channel: Channel) -> Int? {
        guard let text = channel.settings["long_poll_seconds"] else { return 50 }
        return Int(text).flatMap { (0...50).contains($0) ? $0 : nil }
    }
}

/// How a channel gathers. Telegram allows only one way at a time.
enum Mode: String {
    case poll, webhook

    /// What the channel says; polling when it says nothing, nil when it says something unknown.
    init?(_ channel: Channel) {
        self.init(rawValue: channel.settings["mode"] ?? Mode.poll.rawValue)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
