import HarkCore

/// A report drawn for a terminal: a table, two lines of the days, a map of the week.
enum ReportPage {
    /// Below this width the bars behind the table give way.
    private static let widthWithBars = 92
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let margin = 10

    private static let columns = [
        Table.Column(title: "", least: 8), Table.Column(title: "MESSAGES", alignment: .right),
        Table.Column(title: "ANSWERED", alignment: .right), Table.Column(title: "FIRST", alignment: .right),
        Table.Column(title: "9 OF 10", alignment: .right), Table.Column(title: "≤5m", alignment: .right),
        Table.Column(title: "≤30m", alignment: .right), Table.Column(title: "KEPT", alignment: .right),
        Table.Column(title: "NEGATIVE", alignment: .right),
    ]

    static func render(_ report: ServiceReport, style: Style) -> String {
        let hasBars = style.isTerminal && style.width >= widthWithBars
        let table = Table(
            columns: columns + (hasBars ? [Table.Column(title: "")] : []),
            rows: ([report.total] + report.groups).map { row($0, report, hasBars: hasBars) }
        )
        guard style.isTerminal else { return table.render(style) }
        var page = Page(style)
        page.line(
            [
                .init("\(TimeText.local(report.since, style.zone).prefix(10)) to \(today(report, style))", .strong),
                .init("by \(report.by.rawValue)"), .init(report.zone, .faint),
            ]
        )
        page.gap()
        var text = page.text + table.render(style)
        guard report.total.messages > 0 else { return text + "\nNothing was said in this time.\n" }
        text += "\n" + days(report.days, style) + "\n"
        text += wait("waited", report.total.requesterWait, "in all", style)
        text += wait("our turn", report.total.agentWork, "in all", style)
        text += "\n" + week(report.hours, style)
        for spike in report.spikes.suffix(5) {
            let when = TimeText.local(spike.at, style.zone)
            let words = "\(when): \(spike.messages) messages, in other weeks \(spike.usual)"
            text += style.paint("spike     ", .warning) + words + "\n"
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

    private static func row(
        _ one: ServiceReport.Figures,
        _ report: ServiceReport,
        hasBars: Bool
    ) -> [Table.Cell] {
        func span(_ seconds: Int64?) -> String { seconds.map { TimeText.span(.seconds($0)) } ?? "–" }
        func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–" }
        let isPoor = one.keptShare.map { $0 < 0.9 } ?? false
        return [
            .init(one.name, one == report.total ? .strong : .plain), .init(String(one.messages)),
            .init(percent(one.answeredShare)), .init(span(one.firstResponseMedian)), .init(span(one.firstResponseP90)),
            .init(percent(one.shareWithin5Minutes)), .init(percent(one.shareWithin30Minutes)),
            .init(percent(one.keptShare), isPoor ? .warning : .plain), .init(percent(one.negativeShare)),
        ] + (hasBars ? [.init(Bars.bar(one.messages, of: report.total.messages, width: 8), .ours)] : [])
    }

    /// What was said on each day and how much of it was negative and positive, each share of its day; the newest days where
    /// there is no room for all.
    private static func days(_ days: [ServiceReport.Day], _ style: Style) -> String {
        let room = max(style.width - margin - 12, 10)
        let shown = days.suffix(room)
        // A short time is drawn wider, so that a day can be told from the next.
        let width = min(max(room / max(shown.count, 1), 1), 4)
        func line(_ name: String, _ values: [Int], of most: Int, _ peak: String, _ tone: Tone) -> String {
            let bars = Bars.line(values, of: most).map { String(repeating: String($0), count: width) }.joined()
            let gap = String(repeating: " ", count: margin - name.count)
            return style.paint(name, .faint) + gap + style.paint(bars, tone) + "  " + style.paint(peak, .faint) + "\n"
        }
        func shares(_ share: (ServiceReport.Day) -> Double?) -> [Int] { shown.map { Int((share($0) ?? 0) * 100) } }
        let (messages, negative) = (shown.map(\.messages), shares(\.negativeShare))
        let positive = shares(\.positiveShare)
        func peak(_ values: [Int], _ unit: String) -> String { "most \(values.max() ?? 0)\(unit)" }
        return line("a day", messages, of: messages.max() ?? 0, peak(messages, ""), .ours)
            + line("negative", negative, of: 100, peak(negative, " %"), .bad)
            + line("positive", positive, of: 100, peak(positive, " %"), .good)
            + dates(shown.first?.date ?? "", shown.last?.date ?? "", width: width * shown.count, style)
    }

    /// The first and the last day under their bars; without the year, or the last alone, where there is little room.
    private static func dates(_ first: String, _ last: String, width: Int, _ style: Style) -> String {
        func text(_ names: [Substring]) -> String? {
            let gap = width - names.reduce(0) { $0 + $1.count }
            return gap > 0 ? names.joined(separator: String(repeating: " ", count: gap)) : nil
        }
        let line = text([first[...], last[...]]) ?? text([first.suffix(5), last.suffix(5)]) ?? last
        return String(repeating: " ", count: margin) + style.paint(line, .faint) + "\n"
    }

    private static func wait(_ name: String, _ wait: ServiceReport.Wait, _ what: String, _ style: Style) -> String {
        guard let median = wait.median else { return "" }
        let gap = String(repeating: " ", count: margin - name.count)
        let (all, middle) = (TimeText.span(.seconds(wait.seconds)), TimeText.span(.seconds(median)))
        return style.paint(name, .faint) + gap + "\(all) \(what); the middle one \(middle)\n"
    }

    private static func week(_ hours: [[Int]], _ style: Style) -> String {
        let most = hours.joined().max() ?? 0
        // Two characters an hour where there is room, so that the map is as wide as it is high.
        let width = style.width >= margin + 48 ? 2 : 1
        let marks = [0, 6, 12].map { TextLayout.padded(String($0), to: 6 * width) }.joined() + "18"
        let head = String(repeating: " ", count: margin) + style.paint(marks, .faint) + "\n"
        return head
            + zip(weekdays, hours).map { name, counts in
                let cells = counts.map { String(repeating: Bars.shade($0, of: most), count: width) }.joined()
                let gap = String(repeating: " ", count: margin - name.count)
                return style.paint(name, .faint) + gap + style.paint(cells, .ours) + "\n"
            }
            .joined()
    }
}

/// Figures as characters.
enum Bars {
    private static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    private static let shades = ["·", "░", "▒", "▓", "█"]

    /// One character a value, as high as its part of the most; a point where there is nothing.
    static func line(_ values: [Int], of most: Int) -> String {
        values.map { most == 0 || $0 == 0 ? "·" : eighths[min($0 * 8 / most, 7)] }.joined()
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
