import HarkCore

/// Rows and columns: fitted to a terminal's width with a header, or whole and tab-separated for programs.
struct Table {
    /// A column's title and how it behaves when the width is short.
    struct Column {
        var title: String
        var alignment = Alignment.left
        /// The width to which the column may shrink; nil keeps it whole.
        var least: Int?

        enum Alignment { case left, right }
    }

    /// A text in its tone.
    struct Cell {
        var text: String
        var tone: Tone

        init(_ text: String, _ tone: Tone = .plain) {
            self.text = text
            self.tone = tone
        }
    }

    var columns: [Column]
    var rows: [[Cell]]

    /// The table as text; an empty one is empty.
    func render(_ style: Style) -> String {
        guard !rows.isEmpty else { return "" }
        return style.isTerminal ? fitted(style) : separated(style)
    }

    private func separated(_ style: Style) -> String {
        rows.map { $0.map { style.paint($0.text, $0.tone) }.joined(separator: "\t") + "\n" }.joined()
    }

    private func fitted(_ style: Style) -> String {
        let header = columns.map { Cell($0.title, .faint) }
        let safe = ([header] + rows).map { $0.map { Cell(TerminalText.line($0.text), $0.tone) } }
        let widths = ColumnWidths.fit(columns, natural: naturalWidths(safe), into: style.width)
        return safe.map { line($0, widths, style) + "\n" }.joined()
    }

    private func naturalWidths(_ rows: [[Cell]]) -> [Int] {
        columns.indices.map { column in rows.map { DisplayWidth.of($0[column].text) }.max() ?? 0 }
    }

    private func line(_ row: [Cell], _ widths: [Int], _ style: Style) -> String {
        var line = ""
        for (index, cell) in row.enumerated() {
            let text = TextLayout.truncated(cell.text, to: widths[index])
            let gap = String(repeating: " ", count: widths[index] - DisplayWidth.of(text))
            let isLast = index == row.count - 1
            switch columns[index].alignment {
            case .left: line += style.paint(text, cell.tone) + (isLast ? "" : gap)
            case .right: line += gap + style.paint(text, cell.tone)
            }
            if !isLast { line += "  " }
        }
        return line
    }
}

/// Shares a terminal's width among columns.
enum ColumnWidths {
    /// Takes what is too much from the widest column that can still give, step by step.
    static func fit(_ columns: [Table.Column], natural: [Int], into width: Int) -> [Int] {
        var widths = natural
        var excess = natural.reduce(0, +) + 2 * (columns.count - 1) - width
        while excess > 0 {
            let giving = columns.indices.filter { index in columns[index].least.map { $0 < widths[index] } ?? false }
            guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { return widths }
            let runnerUp = giving.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let floor = max(columns[widest].least ?? 0, min(runnerUp, widths[widest] - 1))
            let given = min(excess, widths[widest] - floor)
            widths[widest] -= given
            excess -= given
        }
        return widths
    }
}
