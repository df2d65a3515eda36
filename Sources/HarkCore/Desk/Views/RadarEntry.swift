/// A deadline that lies ahead.
public struct RadarEntry: Sendable, Hashable, Codable {
    /// The conversation.
    public var conversation: ConversationSummary
    /// Which promise.
    public var metric: Clock.Metric
    /// The policy that promised it; empty for the network's own window.
    public var policy: String
    /// When the target is used up.
    public var dueAt: Instant
    /// Open seconds that are left until then.
    public var leftSeconds: Int64

    /// A deadline that lies ahead.
    public init(
        conversation: ConversationSummary,
        metric: Clock.Metric,
        policy: String,
        dueAt: Instant,
        leftSeconds: Int64
    ) {
        self.conversation = conversation
        self.metric = metric
        self.policy = policy
        self.dueAt = dueAt
        self.leftSeconds = leftSeconds
    }

    private enum CodingKeys: String, CodingKey {
        case conversation
        case metric
        case policy
        case dueAt = "due_at"
        case leftSeconds = "left_seconds"
    }
}
