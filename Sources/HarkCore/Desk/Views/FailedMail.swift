/// A mail that did not leave and will not by itself.
public struct FailedMail: Sendable, Hashable, Codable {
    /// Its number in the outbox.
    public var id: Int64
    /// Who should have got it.
    public var recipient: String
    /// The team it was for.
    public var team: String
    /// The step it tells.
    public var level: Int
    /// How often it was tried.
    public var attempts: Int
    /// Why it did not leave.
    public var error: String
    /// When it was decided.
    public var createdAt: Instant

    /// A mail that did not leave; nil for what is no mail.
    public init?(_ item: OutboxItem) {
        guard case .notices(let group) = item.content else { return nil }
        id = item.id.rawValue
        recipient = group.recipient
        team = group.team
        level = group.level
        attempts = item.attempts
        error = item.lastError ?? ""
        createdAt = item.createdAt
    }

    private enum CodingKeys: String, CodingKey {
        case id, recipient, team, level, attempts, error
        case createdAt = "created_at"
    }
}

/// What to keep quiet about, how long, and why.
public struct SilenceCommand: Sendable, Hashable, Codable {
    /// Which alerts; absent parts cover everything.
    public var scope: Silence.Scope
    /// Until when.
    public var endsAt: Instant
    /// Why.
    public var reason: String

    /// What to keep quiet about.
    public init(scope: Silence.Scope, endsAt: Instant, reason: String) {
        self.scope = scope
        self.endsAt = endsAt
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case scope
        case endsAt = "ends_at"
        case reason
    }
}

/// One thing that was looked at.
public struct DoctorCheck: Sendable, Hashable, Codable {
    /// What was looked at: `store`, `mail`.
    public var name: String
    /// Whether all is well.
    public var ok: Bool
    /// What was found.
    public var detail: String
    /// What to do, when something is wrong.
    public var remedy: String?

    /// One thing that was looked at.
    public init(name: String, ok: Bool, detail: String, remedy: String? = nil) {
        self.name = name
        self.ok = ok
        self.detail = detail
        self.remedy = ok ? nil : remedy
    }
}
