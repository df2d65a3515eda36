/// Keeps alerts from being mailed until an instant, for a reason that somebody gave.
public struct Silence: Sendable, Hashable, Codable {
    /// The silence's number.
    public var id: Int64
    /// Which alerts; absent parts cover everything.
    public var scope: Scope
    /// Why.
    public var reason: String
    /// Who decided it.
    public var by: String
    /// From when on.
    public var startsAt: Instant
    /// Until when.
    public var endsAt: Instant

    /// Which alerts a silence covers: those that fit every part that is given.
    public struct Scope: Sendable, Hashable, Codable {
        /// The team's.
        public var team: String?
        /// Those about a conversation.
        public var conversation: Conversation.ID?
        /// Those about a channel.
        public var channel: String?
        /// Those of a step.
        public var level: Int?
        /// Only the mails to this address.
        public var recipient: String?

        /// Which alerts a silence covers.
        public init(
            team: String? = nil,
            conversation: Conversation.ID? = nil,
            channel: String? = nil,
            level: Int? = nil,
            recipient: String? = nil
        ) {
            self.team = team
            self.conversation = conversation
            self.channel = channel
            self.level = level
            self.recipient = recipient
        }
    }

    /// A silence.
    public init(id: Int64, scope: Scope, reason: String, by: String, startsAt: Instant, endsAt: Instant) {
        self.id = id
        self.scope = scope
        self.reason = reason
        self.by = by
        self.startsAt = startsAt
        self.endsAt = endsAt
    }

    private enum CodingKeys: String, CodingKey {
        case id, scope, reason, by
        case startsAt = "starts_at"
        case endsAt = "ends_at"
    }

    /// Whether a mail to an address about a step of an alert is kept back.
    func covers(_ alert: Alert, level: Int, recipient: String, channel: Channel.ID?) -> Bool {
        (scope.team.map { $0 == alert.team } ?? true)
            && (scope.conversation.map { $0 == alert.conversation } ?? true)
            && (scope.channel.map { $0 == (alert.channel ?? channel)?.rawValue } ?? true)
            && (scope.level.map { $0 == level } ?? true)
            && (scope.recipient.map { $0.lowercased() == recipient.lowercased() } ?? true)
    }
}
