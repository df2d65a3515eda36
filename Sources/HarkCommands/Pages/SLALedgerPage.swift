import Foundation
import HarkCore

/// A conversation's clocks: a heading for each, then its lines.
enum SLALedgerPage {
    private static let columns = [
        Table.Column(title: "ID", alignment: .right), Table.Column(title: "FROM"), Table.Column(title: "UNTIL"),
        Table.Column(title: "WHAT"), Table.Column(title: "COUNTED", alignment: .right), Table.Column(title: "BY"),
        Table.Column(title: "DETAIL", least: 12),
    ]

    private static let promised = Table.Column(title: "PROMISE")

    static func render(_ ledger: ServiceLevelLedgerView, style: Style) -> String {
        // People read the team's wall clock; programs read UTC.
        var shown = style
        if style.isTerminal, let zone = TimeZone(identifier: ledger.zone) { shown.zone = zone }
        let pages = ledger.clocks.map { heading($0, shown) + table($0, shown) } + [waits(ledger.waits ?? [], shown)]
        return pages.filter { !$0.isEmpty }.joined(separator: style.isTerminal ? "\n" : "")
    }

    private static func waits(_ waits: [WaitingTime], _ style: Style) -> String {
        guard !waits.isEmpty else { return "" }
        let rows = waits.flatMap { wait in
            wait.stays.map { stay in
                let ends = (time(stay.from, style), time(stay.until, style))
                return row(ends, stay.state.rawValue, stay.until - stay.from, wait.measure.title, style)
            } + [sum(wait, style)]
        }
        return Table(columns: style.isTerminal ? columns : columns + [promised], rows: rows).render(style)
    }

    private static func sum(_ wait: WaitingTime, _ style: Style) -> [Table.Cell] {
        let part = TimeText.span(.seconds(wait.businessSeconds))
        let detail = "\(wait.measure.title), \(part) of it in working hours"
        return row(("", ""), "sum", .seconds(wait.seconds), detail, style)
    }

    private static func row(
        _ ends: (String, String),
        _ what: String,
        _ span: Span,
        _ detail: String,
        _ style: Style
    ) -> [Table.Cell] {
        let cells: [Table.Cell] = [
            .init(""), .init(ends.0), .init(ends.1), .init(what), .init(TimeText.span(span)), .init(""),
            .init(detail, .faint),
        ]
        return style.isTerminal ? cells : cells + [.init("")]
    }

    private static func heading(_ instance: ServiceLevelLedgerView.Instance, _ style: Style) -> String {
        guard style.isTerminal else { return "" }
        let clock = instance.clock
        let used = TimeText.span(.seconds(instance.usedSeconds))
        let target = TimeText.span(.seconds(clock.targetSeconds))
        let late = clock.breachedAt == nil ? "" : ", breached"
        let title =
            "\(clock.metric.title), \(clock.state.rawValue)\(late): \(used) of \(target) \(clock.hours.rawValue) time"
        return style.paint(title, clock.breachedAt == nil ? .strong : .bad) + "\n"
    }

    private static func table(_ instance: ServiceLevelLedgerView.Instance, _ style: Style) -> String {
        // Without the heading each line says which promise it is about.
        let promise = style.isTerminal ? [] : [Table.Cell(instance.clock.metric.title)]
        let rows: [[Table.Cell]] = instance.lines.map { line in
            [
                .init(String(instance.id), .faint), .init(time(line.at, style)),
                .init(line.until.map { time($0, style) } ?? ""), .init(line.kind.rawValue, tone(line.kind)),
                .init(line.seconds.map { TimeText.span(.seconds($0)) } ?? ""), .init(line.actor ?? ""),
                .init(line.detail ?? "", .faint),
            ] + promise
        }
        return Table(columns: promise.isEmpty ? columns : columns + [promised], rows: rows).render(style)
    }

    private static func time(_ instant: Instant, _ style: Style) -> String {
        style.isTerminal ? TimeText.local(instant, style.zone) : instant.description
    }

    private static func tone(_ kind: ServiceLevelLedgerView.Line.Kind) -> Tone {
        switch kind {
        case .breached: .bad
        case .met: .good
        case .due, .moved: .warning
        case .started, .counted, .skipped, .paused, .resumed, .cancelled: .plain
        }
    }
}

extension WaitingTime.Measure {
    /// The measure's name in words.
    fileprivate var title: String {
        switch self {
        case .requesterWait: "requester wait"
        case .agentWork: "agent work"
        }
    }
}
