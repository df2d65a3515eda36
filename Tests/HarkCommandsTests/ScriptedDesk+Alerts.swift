import HarkCore

extension ScriptedDesk {
    func alerts(_ request: AlertsRequest) async throws -> AlertsPage {
        note("alerts \(request.all) \(request.limit)")
        return AlertsPage(data: Sample.alerts, next: "3")
    }

    func acknowledge(_ id: Alert.ID) async throws -> AlertView {
        try check(id.rawValue, "acknowledge \(id)")
        return Sample.alerts[1]
    }

    func failedAlerts() async throws -> [FailedMail] { Sample.failedMails }

    func retryAlerts(_ ids: [Int64]) async throws -> [FailedMail] {
        note("retry mails \(ids)")
        return Sample.failedMails
    }

    func silences() async throws -> [Silence] { [Sample.silence] }

    func silence(_ command: SilenceCommand) async throws -> Silence {
        note("silence \(command.scope.team ?? "-") until \(command.endsAt) “\(command.reason)”")
        return Sample.silence
    }

    func endSilence(_ id: Int64) async throws -> Silence {
        try check(id, "end silence \(id)")
        return Sample.silence
    }

    func doctor() async throws -> [DoctorCheck] { checks }
}

extension Sample {
    static let alerts: [AlertView] = {
        var alert = Alert(
            id: .init(rawValue: 9),
            key: "clock:1",
            cause: .promise,
            team: "support",
            conversation: .init(42),
            clock: .init(rawValue: 1),
            metric: .firstResponse,
            policy: "standard",
            level: 2,
            told: 2,
            reason: .breach,
            dueAt: now - .minutes(20),
            raisedAt: now - .hours(1),
            wakesAt: now + .hours(4)
        )
        let open = AlertView(alert, at: now)
        alert.stop = Alert.Stop(kind: .acknowledgement, by: "@ana", at: now, until: now + .hours(1))
        let held = AlertView(alert, at: now)
        let channel = Alert(
            id: .init(rawValue: 3),
            key: "channel_unhealthy:acme",
            cause: .channelUnhealthy,
            team: "support",
            channel: .init("acme"),
            detail: "HTTP 401 \u{1B}[31m",
            level: 1,
            reason: .breach,
            raisedAt: now - .hours(2)
        )
        return [open, held, AlertView(channel, at: now)]
    }()

    static let failedMails: [FailedMail] = {
        var item = OutboxItem(
            id: .init(rawValue: 12),
            key: "alert:12",
            conversation: nil,
            channel: nil,
            content: .notices(NoticeGroup(team: "support", level: 2, recipient: "boss@acme.example")),
            state: .failed,
            attempts: 1,
            nextAttemptAt: now,
            lastError: "smtp.acme.example:587 says: 550 5.1.1 no such user",
            createdAt: now - .hours(3)
        )
        item.wasInterrupted = false
        return [FailedMail(item)].compactMap(\.self)
    }()

    static let silence = Silence(
        id: 2,
        scope: .init(team: "support"),
        reason: "network maintenance",
        by: "@ana",
        startsAt: now,
        endsAt: now + .hours(2)
    )

    static let checks = [
        DoctorCheck(name: "store", ok: true, detail: "the database is sound"),
        DoctorCheck(name: "mail", ok: false, detail: "does not answer", remedy: "check mail: in hark.yaml"),
    ]
}
