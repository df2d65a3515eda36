import HarkCore

/// Why a conversation is whose it is.
enum AssignmentPage {
    private static let columns = [
        Table.Column(title: "AGENT", least: 8), Table.Column(title: "COULD TAKE IT"),
        Table.Column(title: "BECAUSE", least: 16),
    ]

    static func render(_ explanation: AssignmentExplanation, style: Style, now: Instant) -> String {
        let owner = explanation.assignee.map { "@" + $0 } ?? "nobody"
        var sentence = "#\(explanation.conversation) of \(explanation.team) is \(owner)'s"
        if let reason = explanation.reason { sentence += ": " + reason }
        if let by = explanation.decidedBy { sentence += " (by \(by)" + (moment(explanation, style, now)) + ")" }
        if let until = explanation.claimedUntil { sentence += "; claimed until \(until)" }
        let rows: [[Table.Cell]] = explanation.candidates.map { seen in
            [
                .init("@" + seen.agent, seen.agent == explanation.assignee ? .strong : .plain),
                .init(seen.isFit ? "yes" : "no", seen.isFit ? .good : .faint), .init(seen.note),
            ]
        }
        return style.paint(sentence) + "\n" + Table(columns: columns, rows: rows).render(style)
    }

    private static func moment(_ explanation: AssignmentExplanation, _ style: Style, _ now: Instant) -> String {
        explanation.decidedAt.map { ", " + style.moment($0, now) } ?? ""
    }
}
