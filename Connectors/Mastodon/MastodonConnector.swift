import Foundation
public import HarkCore

/// Mastodon and what speaks its API (GoToSocial, Akkoma, Pleroma, Friendica): mentions and direct messages by polling,
/// answers as posts.
///
/// Pure, like every connector: it makes requests and reads bytes. `Polling` reads the feeds, `Replying` answers,
/// `Streaming` reads the frames of a stream, `Reading` turns a post into a message.
public struct MastodonConnector: Connector {
    /// The network it speaks.
    public static let network = Network("mastodon")

    /// Mastodon and what speaks its API.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What Mastodon allows; servers may be configured for longer texts, never for shorter ones.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.mention, .direct],
            textLimit: .init(500, .characters, lengthOfURL: 23),
            reportsEdits: true,
            reportsDeletes: true,
            sendsIdempotently: true,
            bringsAttachments: true,
            editsReplies: true
        )
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try channel.origin() } catch { problems.append(error.reason) }
        if channel.secrets["token"] == nil {
            problems.append(
                "channel \(channel.id) has no secret “token”; add it under secrets: in channels.yaml, or run"
                    + " hark channels connect \(channel.id)"
            )
        }
        if channel.account.isEmpty {
            problems.append("channel \(channel.id) has no account; add e.g. account: \"@acme@mastodon.example\"")
        }
        for setting in Setting.allCases where setting.value(in: channel) == nil {
            problems.append(
                "channel \(channel.id): \(setting.rawValue) must be a number from \(setting.range.lowerBound) to "
                    + "\(setting.range.upperBound)"
            )
        }
        return problems
    }

    /// Asks the server who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        try get("/api/v1/accounts/verify_credentials", channel: channel)
    }

    /// Our handle with its server.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        do {
            let account = try JSONDecoder().decode(Account.self, from: Data(response.body))
            return account.handle(on: HomeServer(channel))
        } catch {
            throw .unreadable("the server's answer is no account: \(DecodingFailure(reading: error))")
        }
    }

    /// The status code, the server's `error` text, and for 429 `X-RateLimit-Reset`, which is a date here.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        guard !(200..<300).contains(response.status) else { return nil }
        let said = Said(response)
        let text = said.error.quoted(hiding: channel.secrets.values)
        let reason = text.isEmpty ? "HTTP \(response.status)" : "HTTP \(response.status): \(text)"
        switch response.status {
        case 300..<400:
            return .misconfigured("\(reason): the server answers from another address; put that one into server:")
        case 400 where ["invalid_grant", "invalid_client", "invalid_token"].contains(said.error):
            return .reauthorise(reason)
        case 429:
            let reset = response.header("x-ratelimit-reset").flatMap { Instant($0) } ?? now + .seconds(60)
            return .rateLimited(until: min(max(reset, now + .seconds(1)), now + .days(1)), reason)
        default: return ConnectorFailure(status: response, now: now, reason: reason)
        }
    }

    /// What the server says beside the status; empty when it says nothing readable.
    private struct Said: Decodable {
        var error = ""

        init(_ response: HTTPResponse) {
            if let said = try? JSONDecoder().decode(Said.self, from: Data(response.body)) { self = said }
        }
    }

    func get(_ path: String, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(url: try channel.origin() + path, headers: [try authorization(channel)])
    }

    func authorization(_ channel: Channel) throws(ConnectorFailure) -> HTTPField {
        HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))
    }
}

/// The numbers a channel may set.
enum Setting: String, CaseIterable {
    case pageSize = "page_size"
    case recheck

    var range: ClosedRange<Int> {
        switch self {
        case .pageSize: 1...80
        case .recheck: 0...20
        }
    }

    /// The configured or usual number; nil when what is configured is none.
    func value(in channel: Channel) -> Int? {
        guard let text = channel.settings[rawValue] else { return range.upperBound }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
}
