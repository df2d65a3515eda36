/// Wakes clocks and snoozes that are due: warnings and breaches become events and alerts in one transaction.
public struct Timekeeper: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock

    /// The timekeeper of a running service.
    public init(store: any Store, running: Running, clock: any WallClock) {
        self.store = store
        self.running = running
        self.clock = clock
    }

    private static let batch = 200

    /// Handles everything that is due now and returns the next instant at which something will be; nil when nothing will.
    public func tick() async throws -> Instant? {
        try await Recomputation(store: store, setup: running.setup, now: clock.now).run()
        while try await wake() == Self.batch {}
        let shift = Dispatcher.nextShift(running.setup, after: clock.now)
        return [try await store.nextWake(), shift].compactMap(\.self).min()
    }

    private func wake() async throws -> Int {
        let setup = running.setup
        let now = clock.now
        return try await store.write { ledger in
            let clocks = try ledger.clocks(wakingBy: now, limit: Self.batch)
            for clock in clocks { try Self.wake(clock, setup, now, ledger) }
            let snoozes = try ledger.snoozes(endingBy: now, limit: Self.batch)
            for conversation in snoozes { try Self.endSnooze(of: conversation, setup, now, ledger) }
            let dispatcher = Dispatcher(ledger: ledger, setup: setup, now: now)
            let claims = try dispatcher.endClaims(limit: Self.batch)
            try dispatcher.drain()
            return max(clocks.count, snoozes.count, claims)
        }
    }

    private static func wake(_ clock: Clock, _ setup: Setup, _ now: Instant, _ ledger: any Ledger) throws {
        guard let conversation = try ledger.conversation(clock.conversation) else { return }
        let configuration = setup.configuration
        let service = ServiceLevel(policies: configuration.policies, teams: configuration.teams)
        let (changes, alerts) = service.wake(
            clock,
            conversation: conversation,
            policy: configuration.policy(clock.policy),
            at: now
        )
        var filing = Filing()
        filing.add(changes)
        for alert in alerts {
            let queued = try AlertFiling(clock: clock, conversation: conversation, setup: setup, now: now)
                .queue(alert, id: ledger.reserveOutboxItem())
            filing.add(queued)
        }
        try ledger.apply(filing)
    }

    private static func endSnooze(
        of conversation: Conversation,
        _ setup: Setup,
        _ now: Instant,
        _ ledger: any Ledger
    ) throws {
        var conversation = conversation
        var filing = Filing()
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        let clocks = try StateChange(to: .open, until: nil, service: service, actor: .hark, now: now)
            .apply(
                to: &conversation,
                clocks: try ledger.activeClocks(of: conversation.id),
                filing: &filing,
                ledger: ledger
            )
        conversation.dueAt = ServiceLevel.dueAt(of: clocks)
        conversation.version += 1
        filing.conversations = [conversation]
        try ledger.apply(filing)
    }
}

/// Decides who is told of a clock's step, and leaves it in the outbox.
struct AlertFiling {
    let clock: Clock
    let conversation: Conversation
    let setup: Setup
    let now: Instant

    func queue(_ alert: PendingAlert, id: OutboxItem.ID) -> Filing {
        var filing = Filing()
        let configuration = setup.configuration
        let recipients = ServiceLevel.recipients(
            of: alert.recipients,
            conversation: conversation,
            team: configuration.team(conversation.team),
            among: configuration.teams
        )
        var data = [
            "metric": clock.metric.rawValue, "reason": alert.reason.rawValue, "level": String(alert.level),
            "recipients": recipients.joined(separator: ", "),
        ]
        if recipients.isEmpty { data["not_sent"] = "no address: add e-mail addresses in teams.yaml" }
        if configuration.mail == nil { data["not_sent"] = "no mail server: add mail: in hark.yaml" }
        filing.events = [
            Event(at: now, kind: .alertQueued, conversation: conversation.id, actor: .hark, data: data)
        ]
        guard data["not_sent"] == nil else { return filing }
        filing.outbox = [
            OutboxItem(
                id: id,
                key: "alert:\(clock.id.rawValue):\(alert.level)",
                conversation: conversation.id,
                channel: nil,
                content: .mail(mail(alert, recipients)),
                nextAttemptAt: now,
                createdAt: now
            )
        ]
        return filing
    }

    private func mail(_ alert: PendingAlert, _ recipients: [String]) -> AlertMail {
        AlertMail(
            reason: alert.reason,
            metric: clock.metric,
            level: alert.level,
            dueAt: clock.dueAt ?? now,
            conversation: conversation.id,
            channel: conversation.channel,
            author: conversation.author,
            snippet: conversation.snippet,
            urgency: conversation.urgency,
            team: conversation.team,
            assignee: conversation.assignee,
            policy: clock.policy,
            recipients: recipients,
            at: now
        )
    }
}
