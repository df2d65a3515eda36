/// Alerts, their mails and silences.
extension LocalDesk {
    /// Alerts, newest first.
    public func alerts(_ request: AlertsRequest) async throws -> AlertsPage {
        let limit = min(max(request.limit, 1), 200)
        let before = try request.cursor.map { text in
            guard let number = Int64(text) else {
                throw Failure(.badRequest, "the cursor cannot be read; take the `next` of the page before as it is")
            }
            return number
        }
        let rows = try await store.alerts(all: request.all, before: before, limit: limit + 1)
        let now = clock.now
        return AlertsPage(
            data: rows.prefix(limit).map { AlertView($0, at: now) },
            next: rows.count > limit ? String(rows[limit - 1].id.rawValue) : nil
        )
    }

    /// Says that somebody takes care of an alert.
    public func acknowledge(_ id: Alert.ID) async throws -> AlertView {
        let (setup, now, actor) = (running.setup, clock.now, actor)
        return try await store.write { ledger in
            guard let alert = try ledger.alert(id) else {
                throw Failure(.notFound, "there is no alert \(id); `hark alerts` lists them")
            }
            guard alert.resolvedAt == nil else {
                throw Failure(.unprocessable, "alert \(id) is over; nobody need take care of it any more")
            }
            let road = AlertRoad(setup: setup, now: now, ledger: ledger)
            return AlertView(try road.acknowledge(alert, by: actor), at: now)
        }
    }

    /// Mails that were given up.
    public func failedAlerts() async throws -> [FailedMail] {
        try await store.failedMails(limit: 200).compactMap { FailedMail($0) }
    }

    /// Lets mails that were given up be tried again.
    public func retryAlerts(_ ids: [Int64]) async throws -> [FailedMail] {
        let chosen = try await ids.isEmpty ? failedAlerts().map(\.id) : ids
        let now = clock.now
        return try await store.write { ledger in
            try chosen.map { id in
                let item = try ledger.outboxItem(.init(rawValue: id))
                guard let item, item.state == .failed, let mail = FailedMail(item) else {
                    throw Failure(.notFound, "no mail \(id) was given up; `hark alerts --failed` lists them")
                }
                try ledger.requeue(item.id, at: now)
                return mail
            }
        }
    }

    /// Silences that have not ended.
    public func silences() async throws -> [Silence] { try await store.silences(at: clock.now) }

    /// Keeps alerts from being mailed for a while.
    public func silence(_ command: SilenceCommand) async throws -> Silence {
        let (now, actor) = (clock.now, actor)
        guard command.endsAt > now, command.endsAt - now <= .days(366) else {
            throw Failure(
                .unprocessable,
                "a silence needs an end, at most a year from now",
                problems: [.init(pointer: "/ends_at", detail: "is past, or more than a year away")]
            )
        }
        guard (1...200).contains(command.reason.count), SafeLine.snippet(command.reason) == command.reason else {
            throw Failure(
                .unprocessable,
                "a silence needs a reason of at most 200 characters on one line",
                problems: [.init(pointer: "/reason", detail: "is empty, too long or has line ends")]
            )
        }
        let silence = Silence(
            id: 0,
            scope: command.scope,
            reason: command.reason,
            by: actor.description,
            startsAt: now,
            endsAt: command.endsAt
        )
        return try await store.write { try $0.add(silence, actor: actor, at: now) }
    }

    /// Ends a silence now.
    public func endSilence(_ id: Int64) async throws -> Silence {
        let (now, actor) = (clock.now, actor)
        return try await store.write { ledger in
            guard let silence = try ledger.endSilence(id, at: now) else {
                throw Failure(.notFound, "there is no silence \(id); `hark silence` lists them")
            }
            try ledger.apply(silence.filing(.silenceEnded, actor: actor, at: now))
            return silence
        }
    }
}

extension AlertRoad {
    /// Somebody takes care: the ladder rests for as long as the settings say.
    func acknowledge(_ alert: Alert, by actor: Event.Actor) throws -> Alert {
        var alert = alert
        let until = now + setup.configuration.alerts.acknowledgedFor
        alert.stop = Alert.Stop(kind: .acknowledgement, by: actor.description, at: now, until: until)
        alert.wakesAt = until
        try ledger.save(alert)
        var filing = Filing()
        filing.events = [
            Event(
                at: now,
                kind: .alertAcknowledged,
                conversation: alert.conversation,
                actor: actor,
                data: ["alert": alert.id.description, "level": String(alert.level), "until": until.description]
            )
        ]
        try ledger.apply(filing)
        return alert
    }
}

extension Ledger {
    /// Keeps a silence and says so in the log.
    func add(_ silence: Silence, actor: Event.Actor, at now: Instant) throws -> Silence {
        let kept = try insert(silence)
        try apply(kept.filing(.silenceAdded, actor: actor, at: now))
        return kept
    }
}

extension Silence {
    /// The silence's fact for the log.
    func filing(_ kind: Event.Kind, actor: Event.Actor, at now: Instant) -> Filing {
        var data = ["silence": String(id), "reason": reason, "until": endsAt.description]
        data["team"] = scope.team
        data["channel"] = scope.channel
        data["recipient"] = scope.recipient
        var filing = Filing()
        filing.events = [Event(at: now, kind: kind, conversation: scope.conversation, actor: actor, data: data)]
        return filing
    }
}
