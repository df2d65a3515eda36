/// What the signed links in a mail do.
public struct AlertLinks: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// The links of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    /// A mail as its reader sees it in the browser.
    public struct Letter: Sendable, Hashable {
        /// Who got it, about which step.
        public var group: NoticeGroup
        /// The language of our words.
        public var language: Language
        /// What it told, as it stands now.
        public var notices: [Notice]
    }

    /// What a mail told; nil when there is no such mail.
    public func letter(_ item: OutboxItem.ID) async throws -> Letter? {
        let setup = running.setup
        return try await store.write { try Self.letter(item, setup, $0) }
    }

    /// Takes care of everything a mail told; false when the link was used before.
    public func acknowledge(_ item: OutboxItem.ID, mark: String) async throws -> Bool {
        let (setup, now) = (running.setup, clock.now)
        return try await store.write { ledger in
            guard let letter = try Self.letter(item, setup, ledger), try ledger.useLink(mark, at: now) else {
                return false
            }
            let road = AlertRoad(setup: setup, now: now, ledger: ledger)
            let reader = Self.reader(letter.group.recipient, setup)
            for notice in letter.notices where notice.alert.resolvedAt == nil {
                _ = try road.acknowledge(notice.alert, by: reader)
            }
            return true
        }
    }

    /// Sends the reader no more mails about the step.
    public func unsubscribe(_ item: OutboxItem.ID) async throws {
        let (setup, now) = (running.setup, clock.now)
        try await store.write { ledger in
            guard let letter = try Self.letter(item, setup, ledger) else { return }
            let (group, reader) = (letter.group, Self.reader(letter.group.recipient, setup))
            let scope = Silence.Scope(team: group.team, level: group.level, recipient: group.recipient)
            guard try !ledger.silences(at: now).contains(where: { $0.scope == scope }) else { return }
            let silence = Silence(
                id: 0,
                scope: scope,
                reason: "unsubscribed by the link in a mail",
                by: reader.description,
                startsAt: now,
                endsAt: now + .days(3650)
            )
            _ = try ledger.add(silence, actor: reader, at: now)
        }
    }

    private static func letter(_ id: OutboxItem.ID, _ setup: Setup, _ ledger: any Ledger) throws -> Letter? {
        guard let item = try ledger.outboxItem(id), case .notices(let group) = item.content else { return nil }
        let configuration = setup.configuration
        let language = configuration.team(group.team)?.language ?? configuration.mail?.language ?? .english
        return Letter(group: group, language: language, notices: try ledger.notices(of: id))
    }

    /// The agent behind an address, or else the address.
    private static func reader(_ address: String, _ setup: Setup) -> Event.Actor {
        let agents = setup.configuration.teams.flatMap(\.members)
        let agent = agents.first { $0.email?.lowercased() == address.lowercased() }
        return .agent(agent?.name ?? address)
    }
}
