import Foundation
import HarkCore

/// A conversation's clocks: a heading for each, then its lines.
enum SLALedgerPage {
    private static let columns = [
        Table.Column(title: "CLOCK", alignment: .right), Table.Column(title: "FROM"), Table.Column(title: "UNTIL"),
        Table.Column(title: "WHAT"), Table.Column(title: "COUNTED", alignment: .right), Table.Column(title: "BY"),
        Table.Column(title: "DETAIL", least: 16),
    ]

    private static let promised = Table.Column(title: "PROMISE")

    static func render(_ ledger: ServiceLevelLedgerView, style: Style) -> String {
        // People read the team's wall clock; programs read UTC.
        var shown = style
        if style.isTerminal, let zone = TimeZone(identifier: ledger.zone) { shown.zone = zone }
        return ledger.clocks.map { heading($0, shown) + table($0, shown) }.joined(
            separator: style.isTerminal ? "\n" : ""
        )
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
