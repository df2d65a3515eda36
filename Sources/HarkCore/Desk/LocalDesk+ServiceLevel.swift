/// What the desk says about promises.
extension LocalDesk {
    /// A conversation's clocks, line by line.
    public func serviceLevel(of id: Conversation.ID) async throws -> ServiceLevelLedgerView {
        guard let file = try await store.file(of: id) else { throw Self.unknown(id) }
        let configuration = running.setup.configuration
        let service = ServiceLevel(policies: configuration.policies, teams: configuration.teams)
        let now = clock.now
        let calendar = configuration.team(file.conversation.team)?.calendar ?? .always
        return ServiceLevelLedgerView(
            conversation: id,
            zone: calendar.timeZone,
            clocks: file.clocks.map { clock in
                .init(
                    id: clock.id.rawValue,
                    clock: ClockView(clock),
                    usedSeconds: service.used(by: clock, at: now).milliseconds / 1000,
                    lines: ClockStory(
                        clock: clock,
                        events: file.events,
                        service: service,
                        teams: configuration.teams,
                        now: now
                    ).lines
                )
            },
            waits: WaitingTime.all(of: file.conversation, events: file.events, calendar: calendar, at: now)
        )
    }

    /// What will breach within a span.
    public func radar(within: Span) async throws -> [RadarEntry] {
        let now = clock.now
        let configuration = running.setup.configuration
        let service = ServiceLevel(policies: configuration.policies, teams: configuration.teams)
        return try await store.deadlines(until: now + within, limit: 10_000).compactMap { deadline in
            guard let due = deadline.clock.dueAt, due > now, deadline.clock.breachedAt == nil else { return nil }
            let left = deadline.clock.target.span - service.used(by: deadline.clock, at: now)
            return RadarEntry(
                conversation: ConversationSummary(deadline.conversation, at: now),
                metric: deadline.clock.metric,
                policy: deadline.clock.policy,
                dueAt: due,
                leftSeconds: left.milliseconds / 1000
            )
        }
    }

    /// What a change would do to open deadlines.
    public func whatIf(_ change: WhatIf) async throws -> WhatIfReport {
        let setup = running.setup
        let service = try Self.service(with: change, setup)
        let now = clock.now
        var report = WhatIfReport(clocks: 0, moved: [])
        var position = Conversation.ID(0)
        while case let cases = try await store.openCases(after: position, limit: 500), let last = cases.last {
            for one in cases {
                let policy = service.policy(for: one.subject, at: now)
                let conversation = one.subject.conversation
                let changes = service.recompute(conversation, policy: policy, active: one.clocks, because: "", at: now)
                report.clocks += one.clocks.count
                report.moved += ServiceLevel.movements(changes, from: one.clocks).map { .init($0, at: now) }
            }
            position = last.subject.conversation.id
        }
        return report
    }

    private static func service(with change: WhatIf, _ setup: Setup) throws -> ServiceLevel {
        var teams = setup.configuration.teams
        let dates = try change.holidays.map { text in
            guard let date = BusinessCalendar.Date(text) else {
                throw Failure(
                    .unprocessable,
                    "“\(SafeLine.snippet(text))” is no date; write 2026-12-24",
                    problems: [.init(pointer: "/holidays", detail: "is no date")]
                )
            }
            return date
        }
        for name in change.teams where !teams.contains(where: { $0.name == name }) {
            throw Failure(
                .unprocessable,
                "there is no team “\(SafeLine.snippet(name))”",
                problems: [.init(pointer: "/teams", detail: "is no team in teams.yaml")]
            )
        }
        for index in teams.indices where change.teams.isEmpty || change.teams.contains(teams[index].name) {
            teams[index].calendar = teams[index].calendar.closed(on: dates)
        }
        let policies = try change.policies.map { text in
            guard let read = setup.readPolicies else {
                throw Failure(.unprocessable, "this desk cannot read policies; ask the server with --server")
            }
            return try read(text)
        }
        return ServiceLevel(policies: policies ?? setup.configuration.policies, teams: teams)
    }
}

extension WhatIfReport.Movement {
    /// A movement as it is shown.
    init(_ movement: ServiceLevel.Movement, at now: Instant) {
        conversation = movement.before.conversation
        metric = movement.before.metric
        before = movement.before.dueAt
        isCancelled = movement.after.state == .cancelled
        after = isCancelled ? nil : movement.after.dueAt
        isBreached = !isCancelled && movement.before.breachedAt == nil && (after.map { $0 <= now } ?? false)
    }
}

extension BusinessCalendar.Date {
    /// Reads `2026-12-24`.
    init?(_ text: String) {
        guard text.utf8.count == 10, let instant = Instant(text + "T00:00:00Z") else { return nil }
        self = BusinessCalendar.always.date(at: instant)
    }
}
