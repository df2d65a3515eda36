/// Finds queues that nobody looks after: a conversation has waited without an owner through too much working time.
public struct QueueWatch: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// The watch of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    /// Whether the configuration asks for it.
    public var isWanted: Bool { running.setup.configuration.alerts.unattended != nil }

    /// Looks at every team's queue; returns how many alerts were raised or resolved.
    public func look() async throws -> Int {
        let (setup, now) = (running.setup, clock.now)
        guard let unattended = setup.configuration.alerts.unattended else { return 0 }
        return try await store.write { ledger in
            try setup.configuration.teams.count { team in
                let key = AlertOccasion.key(.queueUnattended, team.name)
                let known = try ledger.openAlert(key: key)
                guard let oldest = try ledger.oldestUnowned(team: team.name), let since = oldest.waitingSince,
                    team.calendar.openTime(from: since, to: now) >= unattended.after
                else {
                    if known != nil { try ledger.resolveAlert(key: key, setup: setup, at: now) }
                    return known != nil
                }
                guard known == nil, team.calendar.isOpen(at: now) else { return false }
                let detail =
                    "#\(oldest.id) waits since \(MailValues.minute(since)) (\(MailValues.roughly(now - since))), unassigned"
                try ledger.raise(.queue(team.name, detail: detail), setup: setup, at: now)
                return true
            }
        }
    }
}
