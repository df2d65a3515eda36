import HarkCore

/// A report drawn for a terminal: a table, two lines of the days, a map of the week.
enum ReportPage {
    private static let columns = [
        Table.Column(title: "", least: 8), Table.Column(title: "MESSAGES", alignment: .right),
        Table.Column(title: "ANSWERED", alignment: .right), Table.Column(title: "FIRST ANSWER", alignment: .right),
        Table.Column(title: "9 OF 10", alignment: .right), Table.Column(title: "≤5m", alignment: .right),
        Table.Column(title: "≤30m", alignment: .right), Table.Column(title: "KEPT", alignment: .right),
        Table.Column(title: "NEGATIVE", alignment: .right), Table.Column(title: "", least: 6),
    ]

    static func render(_ report: ServiceReport, style: Style) -> String {
        let table = Table(columns: columns, rows: ([report.total] + report.groups).map { row($0, report, style) })
        guard style.isTerminal else { return table.render(style) }
        var page = Page(style)
        page.line(
            [
                .init("\(TimeText.local(report.since, style.zone).prefix(10)) to \(today(report, style))", .strong),
                .init("by \(report.by.rawValue)"), .init(report.zone, .faint),
            ]
        )
        page.gap()
        var text = page.text + table.render(style) + "\n"
        text += line("a day", Bars.line(report.days.map(\.messages), width: style.width - 12), style)
        text += line("negative", Bars.line(report.days.map(\.negative), width: style.width - 12), style)
        text += wait("waited", report.total.requesterWait, "customers, in all", style)
        text += wait("our turn", report.total.agentWork, "in all", style)
        text += "\n" + week(report.hours, style)
        for spike in report.spikes.suffix(5) {
            let when = TimeText.local(spike.at, style.zone)
            text += style.paint("  spike  ", .warning) + "\(when): \(spike.messages) messages, usual \(spike.usual)\n"
        }
        return text
    }

    /// What stands behind a figure.
    static func table(_ evidence: [ServiceReport.Evidence], style: Style) -> String {
        let columns = [
            Table.Column(title: "ID", alignment: .right), Table.Column(title: "WHEN"), Table.Column(title: "WHAT"),
            Table.Column(title: "VALUE"),
        ]
        let rows: [[Table.Cell]] = evidence.map { one in
            let when = style.isTerminal ? TimeText.local(one.at, style.zone) : one.at.description
            return [
                .init(String(one.conversation), .strong), .init(when), .init(one.what), .init(one.value, .ours),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }

    private static func today(_ report: ServiceReport, _ style: Style) -> Substring {
        TimeText.local(report.until, style.zone).prefix(10)
    }

    private static func row(_ one: ServiceReport.Figures, _ report: ServiceReport, _ style: Style) -> [Table.Cell] {
        func span(_ seconds: Int64?) -> String { seconds.map { TimeText.span(.seconds($0)) } ?? "–" }
        func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–" }
        let isPoor = one.keptShare.map { $0 < 0.9 } ?? false
        let bar = style.isTerminal ? Bars.bar(one.messages, of: report.total.messages, width: 8) : ""
        return [
            .init(one.name, one == report.total ? .strong : .plain), .init(String(one.messages)),
            .init(percent(one.answeredShare)), .init(span(one.firstResponseMedian)), .init(span(one.firstResponseP90)),
            .init(percent(one.shareWithin5Minutes)), .init(percent(one.shareWithin30Minutes)),
            .init(percent(one.keptShare), isPoor ? .warning : .plain), .init(percent(one.negativeShare)),
            .init(bar, .ours),
        ]
    }

    private static func line(_ name: String, _ bars: String, _ style: Style) -> String {
        let gap = String(repeating: " ", count: max(0, 10 - name.count))
        return style.paint(name, .faint) + gap + style.paint(bars, .ours) + "\n"
    }

    private static func wait(_ name: String, _ wait: ServiceReport.Wait, _ what: String, _ style: Style) -> String {
        guard let median = wait.median else { return "" }
        let gap = String(repeating: " ", count: max(0, 10 - name.count))
        let (all, middle) = (TimeText.span(.seconds(wait.seconds)), TimeText.span(.seconds(median)))
        return style.paint(name, .faint) + gap + "\(all) \(what); \(middle) in the conversation in the middle\n"
    }

    private static func week(_ hours: [[Int]], _ style: Style) -> String {
        let most = hours.joined().max() ?? 0
        let head = style.paint("          0     6     12    18\n", .faint)
        let days = zip(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], hours)
        return head
            + days.map { name, counts in
                style.paint(name, .faint) + "       "
                    + style.paint(counts.map { Bars.shade($0, of: most) }.joined(), .ours) + "\n"
            }
            .joined()
    }
}

/// Figures as characters.
enum Bars {
    private static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    private static let shades = ["·", "░", "▒", "▓", "█"]

    /// One character a value, the newest where the width ends.
    static func line(_ values: [Int], width: Int) -> String {
        let shown = values.suffix(max(width, 1))
        let most = shown.max() ?? 0
        return shown.map { most == 0 || $0 == 0 ? " " : eighths[min($0 * 8 / most, 7)] }.joined()
    }

    /// A bar as long as the value's part of the whole, to an eighth of a character.
    static func bar(_ value: Int, of whole: Int, width: Int) -> String {
        guard whole > 0 else { return "" }
        let length = value * width * 8 / whole
        return String(repeating: "█", count: length / 8) + parts[length % 8]
    }

    /// A character as dark as the value.
    static func shade(_ value: Int, of most: Int) -> String {
        value == 0 || most == 0 ? shades[0] : shades[1 + min(value * 4 / (most + 1), 3)]
    }
}
