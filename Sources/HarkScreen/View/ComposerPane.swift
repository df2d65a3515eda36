import HarkCore

/// A reply or note while it is written: to whom, how much fits, the text.
struct ComposerPane {
    let state: ScreenState
    let composer: Composer
    let area: Area

    func draw(on grid: inout Grid) -> Frame.Position? {
        guard area.height > 1 else { return nil }
        let head = Area(row: area.row, column: area.column, height: 1, width: area.width)
        Rule.draw(title, isFocused: true, in: head, on: &grid)
        let rows = TextRows(composer.field, width: max(2, area.width - 2))
        let height = area.height - 1
        let first = max(0, min(rows.cursor.row - height + 1, rows.rows.count - height), rows.cursor.row - height + 1)
        let ink: Ink = composer.kind == .note ? .note : .plain
        for (row, text) in zip(area.row + 1..<area.row + area.height, rows.rows.dropFirst(first)) {
            grid.put(text, at: row, area.column + 1, width: area.width - 1, look: Look(ink))
        }
        let row = area.row + 1 + rows.cursor.row - first
        return Frame.Position(row: row, column: min(area.column + 1 + rows.cursor.column, grid.size.columns - 1))
    }

    private var title: Line {
        let summary = state.list.row(composer.conversation)
        let author = Piece(summary?.author ?? "").cut(to: 24).text
        switch composer.kind {
        case .note: return .dotted([Piece("note on #\(composer.conversation)", .note), Piece("only among us", .faint)])
        case .reply:
            let end = state.thread.reading(composer.conversation)?.detail.replyWindowEndsAt
            return .dotted([
                Piece("reply to \(author)", .strong), room, ReplyWindow.piece(end, state.now),
                Piece(state.connection.isLost ? "offline, the draft is kept" : "", .bad),
            ])
        }
    }

    /// How much more the network takes.
    private var room: Piece {
        guard let terms = state.terms(of: composer.conversation), let left = terms.left(after: composer.field.text)
        else {
            return Piece("")
        }
        let unit = terms.unit ?? "characters"
        if left < 0 { return Piece("\(-left) \(unit) too many", .bad) }
        return Piece("\(left) \(unit) left", left < 40 ? .warning : .faint)
    }
}
