/// What to send so that a terminal that shows one picture shows another.
struct FrameDiff {
    let palette: Palette
    private var out = ""
    private var look: Look?
    private var pen: Frame.Position?

    private init(_ palette: Palette) { self.palette = palette }

    /// The bytes as text; the whole picture when nothing is known of the one before or its size differs.
    static func bytes(from old: Frame?, to new: Frame, palette: Palette) -> String {
        var diff = FrameDiff(palette)
        let known = old.flatMap { $0.grid.size == new.grid.size ? $0.grid : nil }
        if known == nil { diff.out += "\u{1B}[0m\u{1B}[2J" }
        for (index, row) in new.grid.rows.enumerated() where known?.rows[index] != row {
            diff.draw(row, over: known?.rows[index], at: index)
        }
        guard !diff.out.isEmpty || old?.cursor != new.cursor else { return "" }
        diff.out += "\u{1B}[0m"
        if let cursor = new.cursor {
            diff.out += Self.move(cursor.row, cursor.column) + "\u{1B}[?25h"
        }
        // A terminal that knows synchronised output shows the whole at once; others ignore the marks.
        return "\u{1B}[?2026h\u{1B}[?25l" + diff.out + "\u{1B}[?2026l"
    }

    private mutating func draw(_ row: [Cell], over old: [Cell]?, at index: Int) {
        var column = 0
        while column < row.count {
            let end = column + max(1, row[column].width)
            if old.map({ $0[column..<end] != row[column..<end] }) ?? (row[column] != .blank) {
                draw(row[column], at: index, column)
            }
            column = end
        }
    }

    private mutating func draw(_ cell: Cell, at row: Int, _ column: Int) {
        if pen != Frame.Position(row: row, column: column) { out += Self.move(row, column) }
        if look != cell.look {
            out += "\u{1B}[" + palette.code(cell.look) + "m"
            look = cell.look
        }
        if cell.mayBeNarrow { out += String(repeating: " ", count: cell.width) + Self.move(row, column) }
        out += cell.text
        pen = cell.isSure ? Frame.Position(row: row, column: column + cell.width) : nil
    }

    private static func move(_ row: Int, _ column: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }
}
