import HarkLearning

/// What two sets of tables do not have in common.
enum ComparisonPage {
    static func render(_ report: TableComparison.Report, limit: Int, style: Style) -> String {
        var page = Page(style)
        page.line([
            .init(
                "\(report.added.count) rows added, \(report.removed.count) removed, \(report.changed.count) changed",
                .strong
            )
        ])
        section("+", report.added.map { "\($0.table)\t\($0.term)\t\($0.after ?? "")" }, limit, &page)
        section("-", report.removed.map { "\($0.table)\t\($0.term)\t\($0.before ?? "")" }, limit, &page)
        section(
            "~",
            report.changed.map { "\($0.table)\t\($0.term)\t\($0.before ?? "") → \($0.after ?? "")" },
            limit,
            &page
        )
        if let judged = report.judged {
            page.line([.init("\(report.flips.count) of \(judged) messages are judged otherwise", .strong)])
            section(
                "~",
                report.flips.map {
                    "\($0.before) → \($0.after)\t\($0.label.isEmpty ? "" : "(\($0.label))")\t\($0.text)"
                },
                limit,
                &page
            )
        }
        return page.text
    }

    private static func section(_ sign: String, _ lines: [String], _ limit: Int, _ page: inout Page) {
        for line in lines.prefix(limit) { page.line([.init(sign + " " + line)], indent: 2) }
        if lines.count > limit { page.line([.init("and \(lines.count - limit) more", .faint)], indent: 2) }
    }
}
