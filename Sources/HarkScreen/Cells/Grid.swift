import HarkCore

/// The screen as cells. Text enters only through ``put(_:at:_:width:look:)``, which makes it safe and keeps it in its columns.
struct Grid: Sendable, Hashable {
    let size: Size
    private(set) var rows: [[Cell]]

    init(_ size: Size) {
        self.size = size
        rows = Array(repeating: Array(repeating: .blank, count: size.columns), count: size.rows)
    }

    /// Writes a text into `width` columns and nowhere else; returns the columns it took.
    @discardableResult
    mutating func put(_ text: String, at row: Int, _ column: Int, width: Int = .max, look: Look = .plain) -> Int {
        guard rows.indices.contains(row), (0..<size.columns).contains(column) else { return 0 }
        let cells = CellText.cells(text, upTo: min(width, size.columns - column), look: look)
        guard !cells.isEmpty else { return 0 }
        mend(row, column)
        mend(row, column + cells.count)
        rows[row].replaceSubrange(column..<column + cells.count, with: cells)
        return cells.count
    }

    /// Writes pieces one after the other into `width` columns; returns the columns they took.
    @discardableResult
    mutating func put(_ line: Line, at row: Int, _ column: Int, width: Int, look: Look = .plain) -> Int {
        var used = 0
        for piece in line.pieces where used < width {
            let own = look.isChosen ? look : Look(piece.ink)
            used += put(piece.text, at: row, column + used, width: width - used, look: own)
        }
        return used
    }

    /// Gives a stretch of a row another look.
    mutating func paint(_ look: Look, row: Int, from column: Int, width: Int) {
        guard rows.indices.contains(row) else { return }
        for index in max(0, column)..<min(size.columns, column + width) { rows[row][index].look = look }
    }

    /// Empties an area.
    mutating func clear(_ area: Area) {
        for row in area.rows where rows.indices.contains(row) {
            mend(row, area.column)
            mend(row, area.column + area.width)
            let end = min(size.columns, area.column + area.width)
            for index in area.column..<max(area.column, end) { rows[row][index] = .blank }
        }
    }

    /// A wide character that loses a column becomes blank.
    private mutating func mend(_ row: Int, _ column: Int) {
        guard column > 0, column < size.columns, rows[row][column].width == 0 else { return }
        let base = rows[row][..<column].lastIndex { $0.width > 0 } ?? column
        for index in base..<min(size.columns, base + max(1, rows[row][base].width)) { rows[row][index] = .blank }
    }

    /// The rows as text, without colour: what a person reads.
    var text: String {
        rows.map { row in
            let line = row.map(\.text).joined()
            return line.reversed().drop { $0 == " " }.reversed().map(String.init).joined() + "\n"
        }.joined()
    }
}

/// Rows and columns of a terminal.
struct Size: Sendable, Hashable {
    var rows: Int
    var columns: Int
}

/// A rectangle of the screen.
struct Area: Sendable, Hashable {
    var row: Int
    var column: Int
    var height: Int
    var width: Int

    static let none = Area(row: 0, column: 0, height: 0, width: 0)

    var rows: Range<Int> { row..<row + max(0, height) }
    var isEmpty: Bool { height <= 0 || width <= 0 }

    func contains(row: Int, column: Int) -> Bool {
        rows.contains(row) && (self.column..<self.column + width).contains(column)
    }
}

/// A text in its ink.
struct Piece: Sendable, Hashable {
    /// No line of a screen shows more.
    private static let longest = 2000

    var text: String
    var ink: Ink

    init(_ text: String, _ ink: Ink = .plain) {
        self.text = text.utf8.count > Self.longest ? String(text.unicodeScalars.prefix(Self.longest)) : text
        self.ink = ink
    }
}

extension Piece {
    /// The piece in at most so many columns.
    func cut(to width: Int) -> Piece { Piece(TextLayout.truncated(TerminalText.line(text), to: width), ink) }
}

/// A line made of pieces.
struct Line: Sendable, Hashable {
    var pieces: [Piece]

    init(_ pieces: [Piece] = []) { self.pieces = pieces }

    init(_ text: String, _ ink: Ink = .plain) { pieces = [Piece(text, ink)] }

    /// The columns it takes when nothing is cut.
    var width: Int { pieces.reduce(0) { $0 + DisplayWidth.of(TerminalText.line($1.text)) } }

    /// Pieces joined by a faint ` · `; empty ones are left out.
    static func dotted(_ pieces: [Piece]) -> Line {
        let kept = pieces.filter { !$0.text.isEmpty }
        return Line(kept.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [Piece(" · ", .faint), $0.element] })
    }
}
