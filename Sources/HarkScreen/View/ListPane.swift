import HarkCore

/// The list: one line a conversation, worst first.
struct ListPane {
    let state: ScreenState
    let area: Area

    /// The columns of a line. Author and owner give way before the text does.
    private struct Columns {
        var number: Int
        var deadline = 8
        var channel: Int
        var author: Int
        var owner: Int
    }

    func draw(on grid: inout Grid) {
        let list = state.list
        guard !list.rows.isEmpty else { return drawEmptiness(on: &grid) }
        let columns = columns
        let selected = list.selection.union(list.ranged)
        for (row, line) in zip(area.rows, list.top..<max(list.top, list.rows.count)) {
            let summary = list.rows[line]
            draw(summary, isSelected: selected.contains(summary.id), columns, at: row, on: &grid)
        }
    }

    private var columns: Columns {
        let widest = state.list.rows.reduce(0) { max($0, $1.id) }
        let isWide = area.width >= 76
        return Columns(
            number: max(3, String(widest).count),
            channel: isWide ? 10 : 0,
            author: area.width >= 90 ? 20 : isWide ? 15 : 13,
            owner: area.width >= 90 ? 18 : isWide ? 12 : 0
        )
    }

    private func draw(
        _ line: ConversationSummary,
        isSelected: Bool,
        _ columns: Columns,
        at row: Int,
        on grid: inout Grid
    ) {
        let isCurrent = line.id == state.list.cursor
        let chosen: Look? = isCurrent ? .chosen : nil
        var column = area.column
        func put(_ text: String, _ width: Int, _ ink: Ink = .plain) {
            grid.put(text, at: row, column, width: width, look: chosen ?? Look(ink))
            column += width + 1
        }
        if isCurrent { grid.paint(.chosen, row: row, from: area.column, width: area.width) }
        put(isSelected ? "◆" : state.list.fresh.contains(line.id) ? "•" : " ", 1, isSelected ? .accent : .good)
        put(line.urgency.glyph, 1, line.urgency.ink)
        put(TextLayout.aligned(String(line.id), to: columns.number), columns.number, .strong)
        let deadline = deadline(line)
        put(TextLayout.aligned(deadline.text, to: columns.deadline), columns.deadline, deadline.ink)
        if columns.channel > 0 { put(line.channel, columns.channel, .faint) }
        put(line.author, columns.author, isFaint(line) ? .faint : line.isUnread ? .strong : .plain)
        let owner = columns.owner > 0 ? columns.owner + 1 : 0
        let room = area.column + area.width - column - owner
        put(line.snippet, max(0, room), isFaint(line) ? .faint : .plain)
        if owner > 0 { put(line.owner, columns.owner, line.assignee == nil ? .faint : .ours) }
    }

    /// A conversation that has left the list says why it is still shown.
    private func deadline(_ line: ConversationSummary) -> Piece {
        guard state.list.gone == line.id else { return line.deadline(state.now) }
        return Piece(line.state == .open ? "moved" : line.state.rawValue, .faint)
    }

    private func isFaint(_ line: ConversationSummary) -> Bool { state.list.gone == line.id || line.state != .open }

    private func drawEmptiness(on grid: inout Grid) {
        let list = state.list
        let text =
            if !list.isLoaded { state.connection.isLost ? "" : "Reading …" } else if list.query.isEmpty {
                "Nobody waits for an answer. Enjoy the quiet."
            } else { "No conversation matches “\(list.query)”." }
        grid.put(text, at: area.row + 1, area.column + 2, width: area.width - 4, look: Look(.faint))
    }
}
