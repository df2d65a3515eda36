import HarkCore

/// Alerts, newest first.
enum AlertTable {
    private static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "STATE"),
        Table.Column(title: "LEVEL", alignment: .right), Table.Column(title: "TEAM", least: 6),
        Table.Column(title: "ABOUT", least: 12), Table.Column(title: "DUE", alignment: .right),
        Table.Column(title: "RAISED", alignment: .right), Table.Column(title: "NEXT", alignment: .right),
        Table.Column(title: "WHO"),
    ]

    static func render(_ alerts: [AlertView], style: Style, now: Instant) -> String {
        let rows: [[Table.Cell]] = alerts.map { alert in
            [
                .init(String(alert.id), .strong), .init(alert.state.rawValue, alert.state.tone),
                .init(String(alert.level), alert.reason == .breach ? .bad : .warning), .init(alert.team),
                .init(alert.about), .init(style.moment(alert.dueAt, now)), .init(style.moment(alert.raisedAt, now)),
                .init(style.moment(alert.nextAt, now)), .init(alert.stoppedBy ?? "-"),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }

    /// How to get the next page; nil on the last.
    static func more(_ page: AlertsPage, _ request: AlertsRequest) -> String? {
        guard let next = page.next else { return nil }
        let choice = request.all ? " --all" : ""
        return "More: hark alerts\(choice) --limit \(request.limit) --cursor \(ShellWord.quoted(next))"
    }
}

/// Mails that were given up.
enum FailedMailTable {
    private static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "CREATED", alignment: .right),
        Table.Column(title: "TEAM", least: 6), Table.Column(title: "LEVEL", alignment: .right),
        Table.Column(title: "TO", least: 8), Table.Column(title: "TRIES", alignment: .right),
        Table.Column(title: "ERROR", least: 16),
    ]

    static func render(_ mails: [FailedMail], style: Style, now: Instant) -> String {
        let rows: [[Table.Cell]] = mails.map { mail in
            [
                .init(String(mail.id), .strong), .init(style.moment(mail.createdAt, now)), .init(mail.team),
                .init(String(mail.level)), .init(mail.recipient), .init(String(mail.attempts)), .init(mail.error, .bad),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}

/// Silences that have not ended.
enum SilenceTable {
    private static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "ENDS", alignment: .right),
        Table.Column(title: "WHAT", least: 8), Table.Column(title: "BY"), Table.Column(title: "REASON", least: 12),
    ]

    static func render(_ silences: [Silence], style: Style, now: Instant) -> String {
        let rows: [[Table.Cell]] = silences.map { silence in
            [
                .init(String(silence.id), .strong), .init(style.moment(silence.endsAt, now)),
                .init(silence.scope.words), .init(silence.by), .init(silence.reason),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}

/// What was looked at: a line each, what to do below what is wrong.
enum DoctorPage {
    static func render(_ checks: [DoctorCheck], style: Style) -> String {
        guard style.isTerminal else {
            var records = Records()
            for check in checks { records.add(check.name, check.ok ? "ok" : "wrong", check.detail, check.remedy) }
            return records.text
        }
        var page = Page(style)
        for check in checks {
            page.line([.init(check.ok ? "[ok]    " : "[wrong] ", check.ok ? .good : .bad), .init(check.name, .strong)])
            page.block(check.detail, margin: "        ")
            if let remedy = check.remedy { page.block("→ " + remedy, margin: "        ") }
        }
        return page.text
    }
}

extension AlertView {
    /// What the alert is about, in a few words.
    fileprivate var about: String {
        let words =
            conversation.map { "#\($0) \(metric?.title ?? "")" }
            ?? [cause.rawValue, channel, detail]
            .compactMap(\.self).joined(separator: " ")
        return words.trimmingPrefix(" ").description
    }
}

extension AlertView.State {
    fileprivate var tone: Tone {
        switch self {
        case .open: .bad
        case .acknowledged: .warning
        case .resolved: .good
        }
    }
}

extension Silence.Scope {
    /// Which alerts, in a few words.
    fileprivate var words: String {
        let parts = [
            team.map { "team \($0)" }, conversation.map { "#\($0)" }, channel.map { "channel \($0)" },
            level.map { "step \($0)" }, recipient.map { "to \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "everything" : parts.joined(separator: ", ")
    }
}
