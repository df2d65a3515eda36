import HarkCore

/// Who takes conversations.
enum AvailabilityTable {
    private static let columns = [
        Table.Column(title: "AGENT", least: 8), Table.Column(title: "PRESENCE"), Table.Column(title: "HOURS"),
        Table.Column(title: "IN PLAY", alignment: .right), Table.Column(title: "TAKES", alignment: .right),
        Table.Column(title: "SINCE", alignment: .right), Table.Column(title: "TEAMS", least: 8),
    ]

    static func render(_ views: [AvailabilityView], style: Style, now: Instant) -> String {
        let rows: [[Table.Cell]] = views.map { view in
            [
                .init("@" + view.agent, .strong),
                .init(view.presence.rawValue, view.presence == .available ? .good : .warning),
                .init(view.isWorking ? "working" : "off", view.isWorking ? .plain : .faint),
                .init(String(view.open)), .init(view.capacity.map(String.init) ?? "any"),
                .init(style.moment(view.since, now)), .init(view.teams.joined(separator: ", ")),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}
