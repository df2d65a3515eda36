/// A key to make.
public struct TokenCommand: Sendable, Hashable, Codable {
    /// The agent's or program's name; commands carried out with the key are theirs.
    public var name: String
    /// What it may do.
    public var role: Role

    /// A key to make.
    public init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}

/// A key as it is listed: never its text.
public struct TokenSummary: Sendable, Hashable, Codable {
    /// The key's number.
    public var id: Int64
    /// Whose it is.
    public var name: String
    /// What it may do.
    public var role: Role
    /// When it was made.
    public var createdAt: Instant
    /// When it was last used, to the minute.
    public var lastUsedAt: Instant?
    /// When it was ended.
    public var revokedAt: Instant?

    /// A key as it is listed.
    public init(
        id: Int64,
        name: String,
        role: Role,
        createdAt: Instant,
        lastUsedAt: Instant? = nil,
        revokedAt: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case role
        case createdAt = "created_at"
        case lastUsedAt = "last_used_at"
        case revokedAt = "revoked_at"
    }
}

/// A new key with its text, shown once.
public struct CreatedToken: Sendable, Hashable, Codable {
    /// The key as it is listed.
    public var summary: TokenSummary
    /// The key's text.
    public var token: String

    /// A new key.
    public init(summary: TokenSummary, token: String) {
        self.summary = summary
        self.token = token
    }
}
