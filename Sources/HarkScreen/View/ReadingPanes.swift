import HarkCore

/// The conversation under the cursor: its head, the thread, the details.
struct ReadingPanes {
    let state: ScreenState
    let layout: ScreenLayout

    func draw(on grid: inout Grid) {
        drawHead(on: &grid)
        if !layout.thread.isEmpty { drawThread(on: &grid) }
        if !layout.details.isEmpty { drawDetails(on: &grid) }
    }

    private func drawHead(on grid: inout Grid) {
        let isDetails = layout.thread.isEmpty && !layout.details.isEmpty
        let isFocused = state.focus == .thread || isDetails && state.focus == .details
        Rule.draw(title(), isFocused: isFocused, in: layout.head, on: &grid)
        if !layout.detailHead.isEmpty {
            Rule.draw(Line("details"), isFocused: state.focus == .details, in: layout.detailHead, on: &grid)
        }
    }

    private func title() -> Line {
        guard let summary = state.list.current else { return Line() }
        let draft = state.drafts.keys.contains { $0.conversation == summary.id }
        return .dotted(
            [
                Piece("#\(summary.id)", .strong), Piece(summary.author).cut(to: 28),
                Piece(summary.channel, .faint), Piece(summary.isPrivate ? "private" : ""),
                Piece(summary.state == .open ? "" : summary.state.rawValue, .warning), Piece(summary.owner, .ours),
                Piece(draft ? "draft" : "", .note), Piece(state.othersText(summary.id), .warning),
            ] + summary.tags.map { Piece("+" + $0, .accent) }
        )
    }

    /// A short thread begins at the top; a long one shows its end, scrolled up as far as the person did.
    private func drawThread(on grid: inout Grid) {
        let lines = ThreadLines(state, width: layout.thread.width).lines
        let hidden = max(0, lines.count - layout.thread.height)
        let first = max(0, hidden - state.thread.scroll)
        draw(lines, from: first, in: layout.thread, on: &grid)
    }

    private func drawDetails(on grid: inout Grid) {
        let lines = DetailLines(state, width: layout.details.width).lines
        let hidden = max(0, lines.count - layout.details.height)
        draw(lines, from: min(state.thread.detailScroll, hidden), in: layout.details, on: &grid)
    }

    private func draw(_ lines: [Line], from first: Int, in area: Area, on grid: inout Grid) {
        for (row, line) in zip(area.rows, lines.dropFirst(first)) {
            grid.put(line, at: row, area.column + 1, width: area.width - 2)
        }
        let last = first + area.height
        if first > 0 { more("↑ \(first)", at: area.row, area, on: &grid) }
        if last < lines.count { more("↓ \(lines.count - last)", at: area.row + area.height - 1, area, on: &grid) }
    }

    /// How many lines are hidden in a direction.
    private func more(_ text: String, at row: Int, _ area: Area, on grid: inout Grid) {
        let width = DisplayWidth.of(text) + 2
        grid.put(" \(text) ", at: row, area.column + area.width - width, width: width, look: Look(.faint))
    }
}

/// A horizontal line with a title in it.
enum Rule {
    static func draw(_ title: Line, isFocused: Bool, in area: Area, on grid: inout Grid) {
        guard !area.isEmpty else { return }
        let ink: Ink = isFocused ? .accent : .faint
        grid.put(
            String(repeating: "─", count: area.width),
            at: area.row,
            area.column,
            width: area.width,
            look: Look(ink)
        )
        if area.column > 0 { grid.put("├", at: area.row, area.column - 1, look: Look(.faint)) }
        guard !title.pieces.isEmpty else { return }
        let framed = Line([Piece(" ")] + title.pieces + [Piece(" ")])
        grid.put(framed, at: area.row, area.column + 1, width: area.width - 3)
    }
}
