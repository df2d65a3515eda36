import HarkCore

/// The deadlines that lie ahead.
enum RadarTable {
    static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "DUE", alignment: .right),
        Table.Column(title: "OPEN LEFT", alignment: .right), Table.Column(title: "PROMISE"),
        Table.Column(title: "URGENCY"), Table.Column(title: "AUTHOR", least: 10),
        Table.Column(title: "SNIPPET", least: 12), Table.Column(title: "TEAM/ASSIGNEE", least: 8),
    ]

    static func render(_ entries: [RadarEntry], style: Style, now: Instant) -> String {
        let rows: [[Table.Cell]] = entries.map { entry in
            let one = entry.conversation
            return [
                .init(String(one.id), .strong), .init(style.moment(entry.dueAt, now), .warning),
                .init(TimeText.span(.seconds(entry.leftSeconds))), .init(entry.metric.title),
                .init(one.urgency.rawValue), .init(one.author), .init(one.snippet),
                .init(one.team + (one.assignee.map { "/@" + $0 } ?? "")),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}
