/// A connection and how it fares.
public struct ChannelHealth: Sendable, Hashable, Codable {
    /// Whether it works.
    public enum State: String, Sendable, Codable {
        /// Nothing has happened yet.
        case unknown
        /// The last call or delivery worked.
        case healthy
        /// It failed and is being tried again.
        case failing
        /// It will not work again without a person.
        case unhealthy
    }

    /// The channel's name.
    public var id: String
    /// The network's name.
    public var network: String
    /// Our account there.
    public var account: String
    /// `poll`, `webhook`.
    public var mode: String
    /// Whether it works.
    public var state: State
    /// Why it does not, and what to do.
    public var reason: String?
    /// Since when it is in this state.
    public var since: Instant?
    /// When something last arrived.
    public var lastDeliveryAt: Instant?
    /// When a call last succeeded.
    public var lastSuccessAt: Instant?
    /// When it will be polled next.
    public var nextPollAt: Instant?
    /// How many deliveries wait undecoded.
    public var undecoded: Int

    /// A connection and how it fares.
    public init(
        id: String,
        network: String,
        account: String,
        mode: String,
        state: State = .unknown,
        reason: String? = nil,
        since: Instant? = nil,
        lastDeliveryAt: Instant? = nil,
        lastSuccessAt: Instant? = nil,
        nextPollAt: Instant? = nil,
        undecoded: Int = 0
    ) {
        self.id = id
        self.network = network
        self.account = account
        self.mode = mode
        self.state = state
        self.reason = reason
        self.since = since
        self.lastDeliveryAt = lastDeliveryAt
        self.lastSuccessAt = lastSuccessAt
        self.nextPollAt = nextPollAt
        self.undecoded = undecoded
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case network
        case account
        case mode
        case state
        case reason
        case since
        case lastDeliveryAt = "last_delivery_at"
        case lastSuccessAt = "last_success_at"
        case nextPollAt = "next_poll_at"
        case undecoded
    }
}
