import HarkCore

/// What people did, as a table.
enum HistoryTable {
    static func render(_ acts: [ActView], style: Style, now: Instant) -> String {
        let columns = [
            Table.Column(title: "ACT", alignment: .right), Table.Column(title: "WHEN"),
            Table.Column(title: "WHO", least: 6),
            Table.Column(title: "ON", least: 6), Table.Column(title: "WHAT", least: 12),
        ]
        return Table(columns: columns, rows: acts.map { row($0, style, now) }).render(style)
    }

    private static func row(_ act: ActView, _ style: Style, _ now: Instant) -> [Table.Cell] {
        let isOver = act.undoneBy != nil
        let what = act.what + (act.undoneBy.map { " (taken back by \($0))" } ?? "")
        return [
            .init(String(act.id), isOver ? .faint : .strong),
            .init(style.isTerminal ? TimeText.relative(act.at, to: now) : act.at.description, .faint),
            .init(act.actor, .ours),
            .init(act.conversation.map { "#\($0)" } ?? "\(act.count) conversations"),
            .init(what, isOver ? .faint : .plain),
        ]
    }
}
