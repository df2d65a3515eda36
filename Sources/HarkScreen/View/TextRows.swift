import HarkCore

/// A text that is being written, broken into rows of a width, and where the cursor stands in them.
struct TextRows: Sendable {
    private(set) var rows: [String] = []
    private(set) var cursor = Frame.Position(row: 0, column: 0)

    init(_ field: TextField, width: Int) {
        var row: [Character] = []
        var used = 0
        for (index, character) in field.characters.enumerated() {
            let columns = DisplayWidth.of(character)
            if character != "\n", used + columns > width {
                let tail = Self.unfinishedWord(row)
                rows.append(String(row.dropLast(tail.count)))
                (row, used) = (tail, Self.width(tail))
            }
            if index == field.cursor { cursor = .init(row: rows.count, column: used) }
            if character == "\n" {
                rows.append(String(row))
                (row, used) = ([], 0)
            } else {
                row.append(character)
                used += columns
            }
        }
        if field.cursor == field.characters.count {
            if used >= width {
                rows.append(String(row))
                (row, used) = ([], 0)
            }
            cursor = .init(row: rows.count, column: used)
        }
        rows.append(String(row))
    }

    /// The last word of a full row, which moves to the next one; empty when the row is one long word.
    private static func unfinishedWord(_ row: [Character]) -> [Character] {
        guard let space = row.lastIndex(of: " ") else { return [] }
        return Array(row[(space + 1)...])
    }

    private static func width(_ characters: [Character]) -> Int { characters.reduce(0) { $0 + DisplayWidth.of($1) } }
}
