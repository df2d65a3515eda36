import HarkCore
import Synchronization

/// Hands out channels with the tokens that hold now, and renews tokens that ended: once, however many feeds ask.
actor GrantVault {
    private let grants: any GrantStore
    private let transport: any Transport
    private let clock: any WallClock
    private var running: [Account.ID: Task<Account, any Error>] = [:]

    init(grants: any GrantStore, transport: any Transport, clock: any WallClock) {
        self.grants = grants
        self.transport = transport
        self.clock = clock
    }

    /// The channel with its tokens; renewed before they end.
    func ready(_ channel: Account, _ connector: any Connector) async throws -> Account {
        guard let connector = connector as? any RenewingConnector else {
            return channel.with(try? grants.grant(of: channel.id))
        }
        let grant = try grants.grant(of: channel.id)
        let known = channel.with(grant)
        let endsSoon = grant?.expiresAt.map { $0 - clock.now < .minutes(1) } ?? false
        guard known.secrets["token"] == nil || endsSoon else { return known }
        guard try connector.renewal(of: known) != nil else { return known }
        return try await renew(channel, connector)
    }

    /// Gets fresh tokens. Throws what the network refused.
    func renew(_ channel: Account, _ connector: any RenewingConnector) async throws -> Account {
        if let task = running[channel.id] { return try await task.value }
        let task = Task { try await fresh(channel, connector) }
        running[channel.id] = task
        defer { running[channel.id] = nil }
        return try await task.value
    }

    private func fresh(_ channel: Account, _ connector: any RenewingConnector) async throws -> Account {
        let older = try grants.grant(of: channel.id)
        do {
            return try await fresh(channel, connector, older: older)
        } catch let failure as ConnectorFailure {
            // A refresh token that no longer holds: what the configuration has may do better, as a password does.
            guard case .reauthorise = failure, var bare = older, bare.secrets["refresh_token"] != nil else {
                throw failure
            }
            bare.secrets["refresh_token"] = nil
            bare.secrets["token"] = nil
            let request = try connector.renewal(of: channel.with(bare))
            guard let request, try request != connector.renewal(of: channel.with(older)) else { throw failure }
            return try await fresh(channel, connector, older: bare)
        }
    }

    private func fresh(
        _ channel: Account,
        _ connector: any RenewingConnector,
        older: Grant?
    ) async throws -> Account {
        let known = channel.with(older)
        guard let request = try connector.renewal(of: known) else {
            throw ConnectorFailure.reauthorise(
                "there is nothing to renew the access with; run hark channels connect \(channel.id)"
            )
        }
        let answer = try await transport.send(request)
        if let failure = connector.failure(in: answer, channel: known, now: clock.now) { throw failure }
        let grant = try connector.renewed(answer, channel: known, now: clock.now).merging(older)
        // Kept before it is used: the token it replaces may be dead already.
        try grants.keep(grant, of: channel.id)
        return channel.with(grant)
    }
}
