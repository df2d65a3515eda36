import Foundation
public import HarkCore

/// Slack workspaces: messages in channels and threads, mentions of the app and private messages by the Events API; answers
/// in the thread.
public struct SlackConnector: Connector {
    /// The network it speaks.
    public static let network = Network("slack")

    /// Slack.
    public init() {}

    /// One network: `slack`.
    public var networks: [Network] { [Self.network] }

    /// What `chat.postMessage` allows. It knows no key that would make a repeated call harmless.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.mention, .direct, .chat],
            textLimit: .init(4000, .characters),
            reportsEdits: true,
            reportsDeletes: true,
            bringsAttachments: true,
            editsReplies: true
        )
    }

    /// Names every missing secret.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        for name in ["token", "signing_secret"] {
            do { _ = try channel.secret(name) } catch { problems.append(error.reason) }
        }
        do { _ = try channel.origin(usual: Self.origin) } catch { problems.append(error.reason) }
        return problems
    }

    /// Asks who the token belongs to.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        HTTPRequest(
            method: "POST",
            url: try channel.origin(usual: Self.origin) + "/api/auth.test",
            headers: try Self.headers(channel)
        )
    }

    /// The app's user in the workspace; it must be the channel's `account`, or our own words would count as a customer's.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        struct Identity: Decodable {
            @Tolerated var user: String?
            @Tolerated var team: String?
            @Tolerated var user_id: TextID?
        }
        guard let identity = try? response.body.readJSON(Identity.self), let id = identity.user_id?.text else {
            throw .unreadable("Slack's answer names no user")
        }
        guard id == channel.account else {
            throw .misconfigured("the token belongs to \(id); set account: \(id) in channels.yaml")
        }
        return [identity.user, identity.team].compactMap(\.self).joined(separator: " in ")
    }

    /// Slack says most errors in a body with status 200: `{"ok":false,"error":"…"}`.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Refusal: Decodable {
            @Tolerated var ok: Bool?
            @Tolerated var error: String?
        }
        let refusal = try? response.body.readJSON(Refusal.self)
        let word = refusal?.ok == false ? refusal?.error ?? "no reason given" : nil
        let said = word?.quoted(hiding: channel.secrets.values)
        guard (200..<300).contains(response.status) else {
            return ConnectorFailure(status: response, now: now, reason: said)
        }
        return word.map { Self.failure(named: $0, said: said ?? $0, now: now) }
    }

    private static func failure(named word: String, said: String, now: Instant) -> ConnectorFailure {
        switch word {
        case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired": .reauthorise(said)
        case "channel_not_found", "thread_not_found", "message_not_found", "user_not_found": .notFound(said)
        case "not_in_channel", "missing_scope", "restricted_action", "is_archived", "no_permission", "access_denied",
            "ekm_access_denied", "team_access_not_granted":
            .forbidden(said)
        case "ratelimited", "rate_limited": .rateLimited(until: now + .seconds(60), said)
        case "internal_error", "fatal_error", "service_unavailable", "request_timeout": .unavailable(said)
        default: .rejected(said)
        }
    }

    static let origin = "https://slack.com"

    static func headers(_ channel: Channel) throws(ConnectorFailure) -> [HTTPField] {
        [HTTPField("Authorization", "Bearer " + (try channel.secret("token").reveal()))]
    }
}

extension SlackConnector: WebhookConnector {
    /// An HMAC over `v0:TIME:BODY`, in hexadecimal digits behind `v0=` (Slack, “Verifying requests”).
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .signed(
            SignatureScheme(
                .hmacSHA256(key: try channel.secret("signing_secret")),
                signature: .field("X-Slack-Signature", prefix: "v0="),
                encoding: .hex,
                timestamp: .field("X-Slack-Request-Timestamp", prefix: ""),
                signed: [.text("v0:"), .timestamp, .text(":"), .body]
            )
        )
    }

    /// Slack asks whether the address is ours before it sends anything else.
    public func greeting(_ body: [UInt8], channel: Channel) -> WebhookAnswer? {
        guard let envelope = try? body.readJSON(SlackEnvelope.self), envelope.type == "url_verification",
            let challenge = envelope.challenge
        else { return nil }
        return .text(challenge)
    }

    /// Reads one event.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        let envelope = try body.readJSON(SlackEnvelope.self)
        guard envelope.type == "event_callback" else {
            return Decoded(skipped: [envelope.type.flatMap { $0.isEmpty ? nil : $0 } ?? "envelope without a type"])
        }
        guard let event = envelope.event else { throw DecodingFailure("an event_callback without “event”") }
        return SlackReading(account: channel.account).read(event)
    }
}
