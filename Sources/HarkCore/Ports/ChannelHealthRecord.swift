/// What the store knows of a channel's health.
public struct ChannelHealthRecord: Sendable, Hashable {
    /// Whether it works.
    public var state: ChannelHealth.State
    /// Why it does not.
    public var reason: String?
    /// Since when it is in this state.
    public var since: Instant
    /// When something last arrived.
    public var lastDeliveryAt: Instant?
    /// When a call last succeeded.
    public var lastSuccessAt: Instant?
    /// How many deliveries wait undecoded.
    public var undecoded: Int

    /// What the store knows of a channel's health.
    public init(
        state: ChannelHealth.State,
        reason: String? = nil,
        since: Instant,
        lastDeliveryAt: Instant? = nil,
        lastSuccessAt: Instant? = nil,
        undecoded: Int = 0
    ) {
        self.state = state
        self.reason = reason
        self.since = since
        self.lastDeliveryAt = lastDeliveryAt
        self.lastSuccessAt = lastSuccessAt
        self.undecoded = undecoded
    }
}
