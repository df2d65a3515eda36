/// A raw delivery as it is shown.
public struct DeliveryView: Sendable, Hashable, Codable {
    /// The delivery's number.
    public var id: Int64
    /// The channel or endpoint it came over.
    public var channel: String
    /// `webhook`, or the polled feed's name.
    public var surface: String
    /// When it arrived.
    public var receivedAt: Instant
    /// Whether it could be read.
    public var state: Delivery.State
    /// Why not.
    public var error: String?
    /// How many messages came of it.
    public var items: Int
    /// Size of the body in bytes.
    public var bytes: Int

    /// A raw delivery as it is shown.
    public init(_ delivery: Delivery) {
        id = delivery.id
        channel = delivery.channel.rawValue
        surface = delivery.surface
        receivedAt = delivery.receivedAt
        state = delivery.state
        error = delivery.error
        items = delivery.items
        bytes = delivery.body.count
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case channel
        case surface
        case receivedAt = "received_at"
        case state
        case error
        case items
        case bytes
    }
}

/// What came of taking a delivery in again.
public struct DeliveryRetry: Sendable, Hashable, Codable {
    /// The delivery's number.
    public var id: Int64
    /// Whether it could be read this time.
    public var ok: Bool
    /// How many messages came of it.
    public var items: Int
    /// Why not.
    public var error: String?

    /// What came of taking a delivery in again.
    public init(id: Int64, ok: Bool, items: Int, error: String?) {
        self.id = id
        self.ok = ok
        self.items = items
        self.error = error
    }
}
