import HarkCore

/// What a macro would do, before it does it.
struct MacroBox {
    let check: MacroCheck

    func draw(on grid: inout Grid) {
        let width = min(68, grid.size.columns - 4)
        let lines = lines(width - 4)
        let height = min(lines.count + 2, grid.size.rows - 4)
        let area = Area(
            row: (grid.size.rows - height) / 2,
            column: (grid.size.columns - width) / 2,
            height: height,
            width: width
        )
        grid.clear(area)
        Box.draw(title: "macro \(check.name)", in: area, on: &grid)
        for (row, line) in zip(area.rows.dropFirst().dropLast(), lines) {
            grid.put(line, at: row, area.column + 2, width: width - 4)
        }
    }

    /// The first conversation whole; of the others, that they are there.
    private func lines(_ width: Int) -> [Line] {
        guard let previews = check.previews else { return [Line("Reading …", .faint)] }
        guard let first = previews.first else { return [Line("It would do nothing.", .faint)] }
        var lines = [
            Line.dotted([
                Piece("#\(first.conversation.id)", .strong), Piece(first.conversation.author).cut(to: 24),
                Piece(first.deed.summary),
            ])
        ]
        if let reply = first.deed.reply {
            lines.append(Line())
            lines += TextLayout.wrapped(TerminalText.block(reply.text), to: width - 2).map { Line("  " + $0, .ours) }
        }
        if let note = first.deed.note { lines.append(Line("  ✎ " + note, .note)) }
        if previews.count > 1 { lines += [Line(), Line("and the same on \(previews.count - 1) more", .faint)] }
        return lines
    }
}
