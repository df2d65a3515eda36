public import HarkCore

/// Any system of the team's own: it posts messages as Standard Webhooks 1.0 (a contact form, an app, a script), and answers
/// go back to it the same way.
public struct GenericConnector: Connector {
    /// A connector for signed posts.
    public init() {}

    /// One network: `standard-webhooks`.
    public var networks: [Network] { [Network("standard-webhooks")] }

    /// Everything comes in. An answer carries the same id on every attempt, so the receiver can tell a repeated one.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: Set(MessageKind.allCases),
            reportsEdits: true,
            reportsDeletes: true,
            sendsIdempotently: true,
            bringsAttachments: true
        )
    }

    /// Names a missing secret, or one that cannot be a signing key.
    public func problems(of channel: Channel) -> [String] {
        guard channel.secrets["secret"] != nil else {
            return ["secret “secret” is missing; make one with: echo \"whsec_$(openssl rand -base64 32)\""]
        }
        var problems = ["secret", "previous_secret", "reply_key"]
            .compactMap { name in channel.secrets[name].map { (name, $0.reveal()) } }
            .filter { _, secret in !Self.isKey(secret) }
            .map { name, _ in "secret “\(name)” is no key: whsec_ and at least 24 bytes in base64 are expected" }
        if let url = channel.settings["reply_url"] {
            do { _ = try Self.replyURL(channel) } catch { problems.append(error.reason) }
            if channel.secrets["reply_key"] == nil {
                problems.append("secret “reply_key” is missing; answers to \(url.prefix { $0 != "?" }) must be signed")
            }
        }
        return problems
    }

    /// There is nobody to ask.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? { nil }

    /// The account's name as configured.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        channel.account
    }

    /// 24 bytes make 32 base64 characters; the padding may be missing. Public keys begin with `whpk_`, private with `whsk_`.
    private static func isKey(_ secret: String) -> Bool {
        let prefixes = ["whsec_", "whpk_", "whsk_"]
        let key = secret.dropFirst(prefixes.first(where: secret.hasPrefix)?.count ?? 0)
        let digits = key.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == "/") }
        return digits.count >= 32 && key.dropFirst(digits.count).allSatisfy { $0 == "=" }
    }
}

extension GenericConnector: WebhookConnector {
    /// Standard Webhooks, by HMAC (`whsec_…`) or Ed25519 (`whpk_…`); the previous secret stays valid while senders are moved
    /// to the new one.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        let previous = channel.secrets["previous_secret"].map { [$0] } ?? []
        return .standardWebhooks(secrets: [try channel.secret("secret")] + previous)
    }

    /// Reads one event.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        try GenericEvent.decode(body, network: channel.network)
    }
}
