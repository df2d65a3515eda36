import HarkCore

/// A terminal that knows what ``FrameDiff`` sends and nothing else.
struct TinyTerminal {
    private var cells: [[String]]
    private var row = 0
    private var column = 0

    init(rows: Int, columns: Int) { cells = Array(repeating: Array(repeating: " ", count: columns), count: rows) }

    var text: String {
        cells.map { String($0.joined().reversed().drop { $0 == " " }.reversed()) + "\n" }.joined()
    }

    mutating func feed(_ text: String) {
        var rest = text[...]
        while let first = rest.first {
            if first == "\u{1B}", let match = rest.prefixMatch(of: /\u{1B}\[([0-9;?]*)([A-Za-z])/) {
                obey(String(match.output.2), match.output.1.split(separator: ";").compactMap { Int($0) })
                rest = rest[match.range.upperBound...]
                continue
            }
            put(first)
            rest = rest.dropFirst()
        }
    }

    private mutating func obey(_ letter: String, _ numbers: [Int]) {
        switch letter {
        case "H": (row, column) = (numbers[0] - 1, numbers[1] - 1)
        case "J": for row in cells.indices { cells[row] = cells[row].map { _ in " " } }
        default: break
        }
    }

    private mutating func put(_ character: Character) {
        let width = DisplayWidth.of(character)
        // What is painted over loses the columns it covered.
        for index in column..<min(cells[row].count, column + width) where cells[row][index].isEmpty {
            var base = index
            while base > 0, cells[row][base].isEmpty { base -= 1 }
            cells[row][base] = " "
        }
        cells[row][column] = String(character)
        for index in column + 1..<max(column + 1, column + width) { cells[row][index] = "" }
        column += width
        if column < cells[row].count, cells[row][column].isEmpty { cells[row][column] = " " }
    }
}
