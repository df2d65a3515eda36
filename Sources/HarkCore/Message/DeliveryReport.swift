/// What became of a message we sent.
public struct DeliveryReport: Sendable, Hashable {
    /// How far the message came; later states win, `failed` is final.
    public enum State: String, Sendable, Codable, Comparable {
        case sent, delivered, read, failed

        /// Orders two values.
        public static func < (left: State, right: State) -> Bool { left.rank < right.rank }
        private var rank: Int {
            switch self {
            case .sent: 0
            case .delivered: 1
            case .read: 2
            case .failed: 3
            }
        }
    }

    /// The network's id of the message, or nil when only a watermark is known.
    public var id: String?
    /// Everything sent to this person before this instant has reached the state.
    public var watermark: Instant?
    /// The person's id, for a watermark.
    public var recipient: String?
    /// How far it came.
    public var state: State
    /// When, by the network's clock.
    public var at: Instant?
    /// The network's reason for a failure.
    public var reason: String?

    /// What became of a message we sent.
    public init(
        id: String?,
        watermark: Instant? = nil,
        recipient: String? = nil,
        state: State,
        at: Instant? = nil,
        reason: String? = nil
    ) {
        self.id = id
        self.watermark = watermark
        self.recipient = recipient
        self.state = state
        self.at = at
        self.reason = reason
    }
}
