/// An alert as people and programs see it.
public struct AlertView: Sendable, Hashable, Codable {
    /// Where it stands.
    public enum State: String, Sendable, Codable {
        case open, acknowledged, resolved
    }

    /// The alert's number.
    public var id: Int64
    /// What it is about.
    public var cause: Alert.Cause
    /// Where it stands.
    public var state: State
    /// The team that is told.
    public var team: String
    /// The highest step reached.
    public var level: Int
    /// How far it has come.
    public var reason: Alert.Reason
    /// The conversation, if it is about one.
    public var conversation: Int64?
    /// Which promise.
    public var metric: Clock.Metric?
    /// The channel, for what is about one.
    public var channel: String?
    /// The particulars, for what is not about a conversation.
    public var detail: String
    /// When the target is, or was, used up.
    public var dueAt: Instant?
    /// When the first step was reached.
    public var raisedAt: Instant
    /// Who took care of it.
    public var stoppedBy: String?
    /// Until when that holds.
    public var stoppedUntil: Instant?
    /// When it is told again.
    public var nextAt: Instant?
    /// When it was over.
    public var resolvedAt: Instant?

    /// An alert at an instant.
    public init(_ alert: Alert, at now: Instant) {
        let isHeld = alert.stop.map { now < $0.until } ?? false
        id = alert.id.rawValue
        cause = alert.cause
        state = alert.resolvedAt != nil ? .resolved : isHeld ? .acknowledged : .open
        team = alert.team
        level = alert.level
        reason = alert.reason
        conversation = alert.conversation?.rawValue
        metric = alert.metric
        channel = alert.channel?.rawValue
        detail = alert.detail
        dueAt = alert.dueAt
        raisedAt = alert.raisedAt
        stoppedBy = isHeld ? alert.stop?.by : nil
        stoppedUntil = isHeld ? alert.stop?.until : nil
        nextAt = alert.wakesAt
        resolvedAt = alert.resolvedAt
    }

    private enum CodingKeys: String, CodingKey {
        case id, cause, state, team, level, reason, conversation, metric, channel, detail
        case dueAt = "due_at"
        case raisedAt = "raised_at"
        case stoppedBy = "stopped_by"
        case stoppedUntil = "stopped_until"
        case nextAt = "next_at"
        case resolvedAt = "resolved_at"
    }
}

/// Which alerts are asked for.
public struct AlertsRequest: Sendable, Hashable {
    /// Also those that are over.
    public var all: Bool
    /// How many, 1 to 200.
    public var limit: Int
    /// Where to go on: the `next` of the page before.
    public var cursor: String?

    /// Which alerts are asked for.
    public init(all: Bool = false, limit: Int = 50, cursor: String? = nil) {
        self.all = all
        self.limit = limit
        self.cursor = cursor
    }
}

/// A page of alerts, newest first.
public struct AlertsPage: Sendable, Hashable, Codable {
    /// The alerts.
    public var data: [AlertView]
    /// Where the next page begins; nil on the last.
    public var next: String?

    /// A page of alerts.
    public init(data: [AlertView], next: String?) {
        self.data = data
        self.next = next
    }
}
