/// What a connector made of one delivery. Nothing in a delivery vanishes: it is an item, skipped by name, or malformed.
public struct Decoded: Sendable, Hashable {
    /// What happened, in the order to file it (oldest first).
    public var items: [Inbound]
    /// Events that Hark ignores by design, by the provider's name of their type.
    public var skipped: [String]
    /// Parts that should have been messages but could not be read: what was wrong with each.
    public var malformed: [String]
    /// What the delivery says of the channel itself: its access was taken away, it must be connected again.
    public var failure: ConnectorFailure?

    /// What a connector made of one delivery.
    public init(
        items: [Inbound] = [],
        skipped: [String] = [],
        malformed: [String] = [],
        failure: ConnectorFailure? = nil
    ) {
        self.items = items
        self.skipped = skipped
        self.malformed = malformed
        self.failure = failure
    }
}
