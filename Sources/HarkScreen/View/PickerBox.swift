import HarkCore

/// A list to choose from, over the middle of the screen.
struct PickerBox {
    let picker: Picker

    func draw(on grid: inout Grid) -> Frame.Position? {
        let matches = picker.matches
        let height = min(max(matches.count, 1) + 3, grid.size.rows - 4)
        let width = min(56, grid.size.columns - 4)
        let area = Area(
            row: (grid.size.rows - height) / 2,
            column: (grid.size.columns - width) / 2,
            height: height,
            width: width
        )
        grid.clear(area)
        Box.draw(title: picker.title, in: area, on: &grid)
        let typed = "› " + picker.field.text
        grid.put(typed, at: area.row + 1, area.column + 2, width: width - 4)
        drawMatches(matches, in: area, on: &grid)
        let column = area.column + 2 + min(DisplayWidth.of(TerminalText.line(typed)), width - 5)
        return Frame.Position(row: area.row + 1, column: column)
    }

    private func drawMatches(_ matches: [Picker.Choice], in area: Area, on grid: inout Grid) {
        let height = area.height - 3
        guard !matches.isEmpty else {
            let text = picker.field.text.isEmpty ? "nothing to choose; type" : "Enter takes what you typed"
            grid.put(text, at: area.row + 2, area.column + 4, width: area.width - 6, look: Look(.faint))
            return
        }
        let first = max(0, min(picker.index - height / 2, matches.count - height))
        let width = min(area.width / 2, matches.map { DisplayWidth.of(TerminalText.line($0.label)) }.max() ?? 0)
        let hasDigits = picker.purpose.hasDigits && picker.field.text.isEmpty
        for (row, index) in zip(area.row + 2..<area.row + 2 + height, first..<matches.count) {
            let choice = matches[index]
            let look: Look = index == picker.index ? .chosen : .plain
            if look.isChosen { grid.paint(look, row: row, from: area.column + 1, width: area.width - 2) }
            let mark = choice.isSet ? "✓" : hasDigits && index < 9 ? String(index + 1) : " "
            let label = TextLayout.padded(TerminalText.line(choice.label), to: width)
            let line = Line([Piece(mark + " ", .good), Piece(label), Piece("  " + choice.detail, .faint)])
            grid.put(line, at: row, area.column + 2, width: area.width - 4, look: look)
        }
    }
}

/// A frame around an area.
enum Box {
    static func draw(title: String, in area: Area, on grid: inout Grid) {
        let line = String(repeating: "─", count: max(0, area.width - 2))
        let look = Look(.faint)
        grid.put("╭" + line + "╮", at: area.row, area.column, look: look)
        for row in area.rows.dropFirst().dropLast() {
            grid.put("│", at: row, area.column, look: look)
            grid.put("│", at: row, area.column + area.width - 1, look: look)
        }
        grid.put("╰" + line + "╯", at: area.row + area.height - 1, area.column, look: look)
        grid.put(" " + title + " ", at: area.row, area.column + 2, width: area.width - 4, look: Look(.strong))
    }
}
