import HarkCore

/// The deadlines that a change would move.
enum WhatIfTable {
    private static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "PROMISE"), Table.Column(title: "DUE NOW"),
        Table.Column(title: "WOULD BE"), Table.Column(title: "MOVES", alignment: .right),
    ]

    static func render(_ report: WhatIfReport, style: Style) -> String {
        let rows: [[Table.Cell]] = report.moved.map { move in
            [
                .init(move.conversation.description, .strong), .init(move.metric.title),
                .init(time(move.before, style)), after(move, style), .init(distance(move)),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }

    private static func time(_ instant: Instant?, _ style: Style) -> String {
        guard let instant else { return "-" }
        return style.isTerminal ? TimeText.local(instant, style.zone) : instant.description
    }

    private static func after(_ move: WhatIfReport.Movement, _ style: Style) -> Table.Cell {
        if move.isCancelled { return .init("no longer promised", .warning) }
        if move.isBreached { return .init("overdue at once", .bad) }
        return .init(time(move.after, style))
    }

    private static func distance(_ move: WhatIfReport.Movement) -> String {
        guard let before = move.before, let after = move.after else { return "-" }
        return TimeText.span(after - before)
    }
}
