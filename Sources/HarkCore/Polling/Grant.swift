import Synchronization

/// What an account's owner allowed us, outside the configuration: tokens that renew themselves.
public struct Grant: Sendable, Hashable, Codable {
    /// Secrets by the names a channel knows them by: `token`, `refresh_token`, `client_id`, `client_secret`.
    public var secrets: [String: String]
    /// What was learnt besides: our lasting id, the server that keeps the account.
    public var settings: [String: String]
    /// When the access token ends; nil when it does not.
    public var expiresAt: Instant?

    /// What an account's owner allowed.
    public init(secrets: [String: String], settings: [String: String] = [:], expiresAt: Instant? = nil) {
        self.secrets = secrets
        self.settings = settings
        self.expiresAt = expiresAt
    }

    private enum CodingKeys: String, CodingKey {
        case secrets
        case settings
        case expiresAt = "expires_at"
    }

    /// This newer grant, with what only the older one held: a refresh token that was not renewed stays good.
    public func merging(_ older: Grant?) -> Grant {
        var merged = self
        merged.secrets = (older?.secrets ?? [:]).merging(secrets) { $1 }
        merged.settings = (older?.settings ?? [:]).merging(settings) { $1 }
        return merged
    }
}

extension Grant: CustomStringConvertible {
    /// The names of what is held, never the values.
    public var description: String { "grant of \(secrets.keys.sorted().joined(separator: ", "))" }
}

extension Channel {
    /// The channel with what its grant holds; the grant is newer than the configuration.
    public func with(_ grant: Grant?) -> Channel {
        guard let grant else { return self }
        var channel = self
        for (name, value) in grant.secrets { channel.secrets[name] = Secret(value) }
        // What a team configured stands; what was learnt fills the rest.
        for (name, value) in grant.settings where channel.settings[name] == nil { channel.settings[name] = value }
        return channel
    }
}

/// Keeps grants outside the configuration and the database's backups.
public protocol GrantStore: Sendable {
    /// The grant of a channel; nil when there is none.
    func grant(of channel: Channel.ID) throws -> Grant?

    /// Keeps a grant in place of the one before; returns when it is on disk, because a refresh token is good once.
    func keep(_ grant: Grant, of channel: Channel.ID) throws
}

/// Keeps grants until the process ends: for tests, and where no network renews its tokens.
public final class MemoryGrants: GrantStore {
    private let grants = Mutex<[Channel.ID: Grant]>([:])

    /// No grants yet.
    public init() {}

    /// The grant of a channel.
    public func grant(of channel: Channel.ID) -> Grant? { grants.withLock { $0[channel] } }

    /// Keeps a grant.
    public func keep(_ grant: Grant, of channel: Channel.ID) { grants.withLock { $0[channel] = grant } }
}
