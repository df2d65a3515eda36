import HarkCore

/// What would be different: the counts first, then examples.
enum ReplayPage {
    static func render(_ report: ReplayReport, style: Style) -> String {
        let parts: [(String, ReplayReport.Changes)] = [
            ("urgency", report.levels), ("sentiment", report.sentiments), ("team", report.teams),
            ("deadline", report.deadlines), ("promise", report.alerts),
        ]
        guard style.isTerminal else { return records(report, parts) }
        var page = Page(style)
        page.line([
            .init("\(report.messages) messages judged once more", .strong), .init("nothing was changed", .faint),
        ])
        for (name, changes) in parts {
            page.gap()
            page.line([.init(name, .strong), .init("\(changes.total) different")])
            for (kind, count) in sorted(changes) { page.line([.init(String(count), .ours), .init(kind)], indent: 4) }
            for example in changes.examples.prefix(9) {
                page.line(
                    [
                        .init("#\(example.conversation)", .strong), .init("\(example.before) → \(example.after)"),
                        .init(example.snippet, .faint),
                    ],
                    indent: 8
                )
            }
        }
        return page.text
    }

    private static func records(_ report: ReplayReport, _ parts: [(String, ReplayReport.Changes)]) -> String {
        var records = Records()
        records.add("messages", [String(report.messages)])
        for (name, changes) in parts {
            for (kind, count) in sorted(changes) { records.add("count", [name, kind, String(count)]) }
            for one in changes.examples {
                records.add("example", [name, String(one.conversation), one.before, one.after, one.snippet])
            }
        }
        return records.text
    }

    private static func sorted(_ changes: ReplayReport.Changes) -> [(String, Int)] {
        changes.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
