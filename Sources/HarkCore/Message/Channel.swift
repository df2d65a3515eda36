/// One connected account on a network, as `Config/channels.yaml` describes it.
public struct Channel: Sendable, Hashable {
    /// The name the team gave the channel; unique in the configuration.
    public struct ID: RawRepresentable, Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
        /// The name itself.
        public var rawValue: String
        /// A channel's name.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// A channel's name.
        public init(_ name: String) { rawValue = name }
        /// The value as text.
        public var description: String { rawValue }
        /// Orders two values.
        public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
    }

    /// The channel's name.
    public var id: ID
    /// The network it lives on.
    public var network: Network
    /// Our own account on the network, by the network's id: what webhooks address and echoes carry as author.
    public var account: String
    /// The last segment of the webhook URL. Channels of one provider's app share an endpoint.
    public var endpoint: String
    /// Origin of the provider's API (`https://mastodon.example`), when the network has more than one or a test has its own.
    public var server: String?
    /// Everything else the network needs, by the names its README lists.
    public var settings: [String: String]
    /// Credentials, resolved from `env:` and `file:` references.
    public var secrets: [String: Secret]
    /// How long to wait between polls when the network is quiet.
    public var pollInterval: Span
    /// Messages older than this are not taken in when the account is first connected.
    public var backfillFloor: Instant?
    /// What becomes of a closed conversation when its customer speaks again.
    public var reopening: ReopenRule

    /// A connected account.
    public init(
        id: ID,
        network: Network,
        account: String,
        endpoint: String? = nil,
        server: String? = nil,
        settings: [String: String] = [:],
        secrets: [String: Secret] = [:],
        pollInterval: Span = .seconds(60),
        backfillFloor: Instant? = nil,
        reopening: ReopenRule = ReopenRule()
    ) {
        self.id = id
        self.network = network
        self.account = account
        self.endpoint = endpoint ?? id.rawValue
        self.server = server
        self.settings = settings
        self.secrets = secrets
        self.pollInterval = pollInterval
        self.backfillFloor = backfillFloor
        self.reopening = reopening
    }

    /// A credential by name. Throws ``ConnectorFailure/misconfigured(_:)`` where the channel lacks it.
    public func secret(_ name: String) throws(ConnectorFailure) -> Secret {
        guard let secret = secrets[name] else {
            throw .misconfigured("channel \(id) has no secret “\(name)”; add it under secrets: in channels.yaml")
        }
        return secret
    }
}
