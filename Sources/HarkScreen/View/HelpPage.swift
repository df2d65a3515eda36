import HarkCore

/// The key table over the whole screen.
enum HelpPage {
    static func draw(from line: Int, on grid: inout Grid) {
        let body = Area(row: 1, column: 0, height: grid.size.rows - 2, width: grid.size.columns)
        grid.clear(body)
        let lines = lines
        let first = max(0, min(line, lines.count - body.height))
        for (row, line) in zip(body.rows, lines.dropFirst(first)) { grid.put(line, at: row, 2, width: body.width - 3) }
    }

    /// The command's name; what may follow it is in `hark help keys`.
    private static func name(_ command: String) -> String { String(command.prefix { $0 != " " }) }

    private static var lines: [Line] {
        let groups = KeyTable.lines
        let keyWidth = groups.flatMap(\.rows).map(\.keys.count).max() ?? 0
        let nameWidth = groups.flatMap(\.rows).map { Self.name($0.name).count }.max() ?? 0
        return groups.enumerated().flatMap { index, group in
            (index == 0 ? [] : [Line()]) + [Line(group.title, .accent)]
                + group.rows.map { row in
                    Line([
                        Piece("  " + TextLayout.padded(row.keys, to: keyWidth), .strong),
                        Piece("  " + TextLayout.padded(name(row.name), to: nameWidth), .ours),
                        Piece("  " + row.meaning),
                    ])
                }
        }
    }
}
