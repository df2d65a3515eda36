/// What can be wrong, looked at in one go.
extension LocalDesk {
    /// Looks at everything that can be wrong and says what to do.
    public func doctor() async throws -> [DoctorCheck] {
        let counts = try await store.counts()
        return try await [database()] + [deadLetters(), replies(counts), waiting(counts)] + channelChecks()
            + [deliveries(counts), mail()] + calendars()
    }

    private func database() async -> DoctorCheck {
        let remedy = "stop the service, keep a copy of the file, and restore the last backup"
        do {
            let complaints = try await store.complaints()
            let detail = complaints.isEmpty ? "the database is sound" : complaints.joined(separator: "; ")
            return DoctorCheck(name: "store", ok: complaints.isEmpty, detail: detail, remedy: remedy)
        } catch {
            return DoctorCheck(name: "store", ok: false, detail: "\(error)", remedy: remedy)
        }
    }

    private func deadLetters() async throws -> DoctorCheck {
        let failed = try await failedAlerts()
        let last = failed.first.map { "; the last to \($0.recipient): \($0.error)" } ?? ""
        return DoctorCheck(
            name: "dead letters",
            ok: failed.isEmpty,
            detail: failed.isEmpty ? "every alert left" : "\(failed.count) alerts were given up\(last)",
            remedy: "hark alerts --failed shows them, hark alerts retry sends them again"
        )
    }

    private func replies(_ counts: StoreCounts) async throws -> DoctorCheck {
        let failed = counts.outbox[.failed, default: 0] - Int64(try await failedAlerts().count)
        return DoctorCheck(
            name: "replies",
            ok: failed <= 0,
            detail: failed <= 0 ? "every reply left" : "\(failed) replies were given up",
            remedy: "hark show ID says why; the conversations are open again"
        )
    }

    private func waiting(_ counts: StoreCounts) -> DoctorCheck {
        let age = counts.oldestQueuedAt.map { clock.now - $0 } ?? .zero
        let count = counts.outbox[.queued, default: 0]
        return DoctorCheck(
            name: "outbox",
            ok: age < .hours(12),
            detail: count == 0 ? "nothing waits" : "\(count) wait, the oldest for \(MailValues.roughly(age))",
            remedy: "something does not leave; look at the channels and the mail server below"
        )
    }

    private func channelChecks() async throws -> [DoctorCheck] {
        try await channels().map { channel in
            let isWell = channel.state == .healthy || channel.state == .unknown
            return DoctorCheck(
                name: "channel \(channel.id)",
                ok: isWell,
                detail: channel.reason ?? channel.state.rawValue,
                remedy:
                    "hark channels check \(channel.id); the folder of the network in Connectors/ says how to reconnect"
            )
        }
    }

    private func deliveries(_ counts: StoreCounts) -> DoctorCheck {
        DoctorCheck(
            name: "deliveries",
            ok: counts.undecoded == 0,
            detail: counts.undecoded == 0 ? "everything could be read" : "\(counts.undecoded) could not be read",
            remedy: "hark deliveries --undecoded shows them; after an update, hark deliveries retry"
        )
    }

    /// A feed is fetched every day; a week without is a feed that is gone.
    private func calendars() -> [DoctorCheck] {
        running.setup.configuration.calendarCopies.map { copy in
            let age = copy.fetchedAt.map { clock.now - $0 }
            return DoctorCheck(
                name: "calendar \(copy.place)",
                ok: age.map { $0 < .days(7) } ?? false,
                detail: age.map { "fetched \(MailValues.roughly($0)) ago" }
                    ?? "never fetched: its holidays count as working days",
                remedy: "the log of hark serve says why; check holidays_from in teams.yaml"
            )
        }
    }

    private func mail() async -> DoctorCheck {
        let configuration = running.setup.configuration
        guard let server = configuration.mail, let mailer else {
            let isNeeded =
                configuration.policies.contains { !$0.escalations.isEmpty }
                || configuration.teams.contains { !$0.ladder.isEmpty }
            return DoctorCheck(
                name: "mail",
                ok: !isNeeded || configuration.mail != nil,
                detail: configuration.mail == nil ? "no mail server is configured" : "not tried",
                remedy: "alerts reach nobody; add mail: to hark.yaml"
            )
        }
        do {
            try await mailer.check()
            return DoctorCheck(name: "mail", ok: true, detail: "\(server.host):\(server.port) takes mail from us")
        } catch {
            let remedy = "check mail: in hark.yaml; alerts wait in the outbox meanwhile"
            return DoctorCheck(name: "mail", ok: false, detail: "\(error)", remedy: remedy)
        }
    }
}
