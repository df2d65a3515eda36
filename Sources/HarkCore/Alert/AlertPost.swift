/// Puts one step of one alert into the mails of its recipients, grouped, held in quiet hours, kept back by silences.
struct AlertPost {
    let alert: Alert
    let conversation: Conversation?
    let road: AlertRoad

    /// What became of a step.
    struct Outcome {
        var recipients: [String]
        var silencedUntil: Instant?
        var event: Event
    }

    private var configuration: Configuration { road.setup.configuration }

    /// Tells a step, except to those who are told a higher one at the same time.
    func send(_ rung: Rung, except told: Set<String>) throws -> Outcome {
        let named = ServiceLevel.recipients(
            of: rung.step.recipients,
            assignee: conversation?.assignee,
            team: configuration.team(alert.team),
            among: configuration.teams
        )
        let silences = try road.ledger.silences(at: road.now)
        var silencedUntil: Instant?
        var recipients: [String] = []
        for address in named where !told.contains(address.lowercased()) {
            let kept = silences.first {
                $0.covers(alert, level: rung.level, recipient: address, channel: conversation?.channel)
            }
            if let kept, kept.scope.recipient == nil { silencedUntil = max(silencedUntil ?? kept.endsAt, kept.endsAt) }
            if kept == nil { recipients.append(address) }
        }
        let mayLeave = configuration.mail != nil
        if mayLeave { for address in recipients { try join(rung.level, address) } }
        var data = facts(rung, recipients)
        if !mayLeave { data["not_sent"] = "no mail server: add mail: in hark.yaml" }
        if named.isEmpty { data["not_sent"] = "no address: add e-mail addresses in teams.yaml" }
        if let silencedUntil { data["not_sent"] = "silenced until \(silencedUntil)" }
        return Outcome(recipients: recipients, silencedUntil: silencedUntil, event: event(data))
    }

    private func facts(_ rung: Rung, _ recipients: [String]) -> [String: String] {
        var data = [
            "alert": alert.id.description, "cause": alert.cause.rawValue, "reason": rung.step.reason.rawValue,
            "level": String(rung.level), "recipients": recipients.joined(separator: ", "),
        ]
        data["metric"] = alert.metric?.rawValue
        data["channel"] = alert.channel?.rawValue
        if !alert.detail.isEmpty { data["detail"] = alert.detail }
        return data
    }

    private func event(_ data: [String: String]) -> Event {
        Event(at: road.now, kind: .alertQueued, conversation: alert.conversation, actor: .hark, data: data)
    }

    /// Finds the alert a place: in the mail that waits for its group, or in a new one.
    private func join(_ level: Int, _ recipient: String) throws {
        let group = NoticeGroup(team: alert.team, level: level, recipient: recipient)
        let notice = Notice(alert: alert, level: level, at: road.now, conversation: nil)
        let settings = configuration.alerts
        guard settings.groupWait > .zero else {
            return try road.ledger.insert(notice, in: open(group, at: held(road.now)))
        }
        let last = try road.ledger.departure(of: group)
        if let last, last.isOpen {
            // What may not wait for the end of the quiet hours takes the others along.
            let wanted = held(road.now + settings.groupWait)
            if wanted < last.at { try road.ledger.reschedule(last.item, at: wanted) }
            return try road.ledger.insert(notice, in: last.item)
        }
        let earliest = road.now + settings.groupWait
        // A clock that was set back must not hold mail for longer than the interval.
        let next = last.map { min(max(earliest, $0.at + settings.groupInterval), earliest + settings.groupInterval) }
        try road.ledger.insert(notice, in: open(group, at: held(next ?? earliest)))
    }

    private func open(_ group: NoticeGroup, at departure: Instant) throws -> OutboxItem.ID {
        let id = try road.ledger.reserveOutboxItem()
        var filing = Filing()
        filing.outbox = [
            OutboxItem(
                id: id,
                key: "alert:\(id.rawValue)",
                conversation: alert.conversation,
                channel: nil,
                content: .notices(group),
                nextAttemptAt: departure,
                createdAt: road.now
            )
        ]
        try road.ledger.apply(filing)
        try road.ledger.setDeparture(of: group, item: id, at: departure)
        return id
    }

    /// An instant, or the end of the team's quiet hours around it for what can wait.
    private func held(_ instant: Instant) -> Instant {
        guard !isCritical, let quiet = configuration.team(alert.team)?.quietHours, quiet.isOpen(at: instant) else {
            return instant
        }
        return quiet.nextClosing(at: instant) ?? instant
    }

    private var isCritical: Bool {
        switch alert.cause {
        case .promise: conversation?.urgency.level == .critical
        case .spike: true
        case .channelUnhealthy, .channelSilent, .queueUnattended: false
        }
    }
}
