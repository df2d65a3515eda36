import HarkCore

/// How a case file fared: a table of groups, then every disagreement.
enum CaseReportPage {
    static let columns = [
        Table.Column(title: "CASES", least: 12), Table.Column(title: "AGREE", alignment: .right),
        Table.Column(title: "DISAGREE", alignment: .right),
    ]

    static func render(_ report: CaseReport, style: Style) -> String {
        let groups = rows(report.byKind, "kind") + rows(report.bySource, "source")
        let total: [Table.Cell] = [
            .init("all", .strong), .init(String(report.agree), .strong), disagreements(report.disagree),
        ]
        let table = Table(columns: columns, rows: groups + [total]).render(style)
        return table + report.disagreements.map { line($0, style) }.joined()
    }

    private static func rows(_ tallies: [String: CaseReport.Tally], _ group: String) -> [[Table.Cell]] {
        tallies.sorted { $0.key < $1.key }.map { name, tally in
            [.init("\(group) \(name)"), .init(String(tally.agree)), disagreements(tally.disagree)]
        }
    }

    private static func disagreements(_ count: Int) -> Table.Cell { .init(String(count), count == 0 ? .plain : .bad) }

    private static func line(_ judgement: CaseReport.Judgement, _ style: Style) -> String {
        style.paint(judgement.id, .strong)
            + style.paint(" \(judgement.kind) (\(judgement.source)): expected ")
            + style.paint(judgement.expected, .good) + style.paint(", got ") + style.paint(judgement.got, .bad) + "\n"
    }
}
