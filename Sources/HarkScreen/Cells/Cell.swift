import HarkCore

/// One column of the screen: what people see as one character, or a column that a wide one covers.
struct Cell: Sendable, Hashable {
    /// The character; empty where a wide one to the left covers the column.
    var text: String
    /// The columns it takes; 0 for what is covered by the character to the left.
    var width: Int
    var look: Look

    static let blank = Cell(text: " ", width: 1, look: .plain)

    /// A column that a wide character covers.
    static func covered(_ look: Look) -> Cell { Cell(text: "", width: 0, look: look) }

    /// Whether every terminal agrees on the width. Others are followed by an absolute position.
    var isSure: Bool {
        guard width == 1, let first = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return false }
        return first.value < 0x250 || (0x2500..<0x25A0).contains(first.value)
    }

    /// Whether terminals may draw it narrower than we count.
    var mayBeNarrow: Bool {
        width > 1 && (text.unicodeScalars.count > 1 || text.unicodeScalars.contains(where: \.isNew))
    }
}

extension Unicode.Scalar {
    /// Emoji and other planes, where a terminal's tables may be older than ours.
    fileprivate var isNew: Bool { value >= 0x1F000 || properties.isEmoji }
}

/// The characters of a text as cells, made safe: nothing that acts on a terminal, nothing without a width.
enum CellText {
    /// A cluster with more scalars is cut; no language needs them.
    private static let longestCluster = 12

    /// At most `width` columns of the text; what is cut off ends in `…`.
    static func cells(_ text: String, upTo width: Int, look: Look) -> [Cell] {
        guard width > 0 else { return [] }
        var cells: [Cell] = []
        // A line of megabytes is not read further than it can be shown.
        let near = text.unicodeScalars.prefix((width + 1) * (longestCluster + 4))
        for character in TerminalText.line(String(String.UnicodeScalarView(near))) {
            guard let cell = cell(character, look) else { continue }
            guard cells.count + cell.width <= width else { return ellipsed(cells, width, look) }
            cells.append(cell)
            for _ in 1..<cell.width { cells.append(.covered(look)) }
        }
        return cells
    }

    private static func cell(_ character: Character, _ look: Look) -> Cell? {
        let width = DisplayWidth.of(character)
        guard width > 0 else { return nil }
        let scalars = character.unicodeScalars
        guard scalars.count > longestCluster else { return Cell(text: String(character), width: width, look: look) }
        let text = String(String.UnicodeScalarView(scalars.prefix(longestCluster)))
        return Cell(text: text, width: DisplayWidth.of(text), look: look)
    }

    private static func ellipsed(_ cells: [Cell], _ width: Int, _ look: Look) -> [Cell] {
        var kept = Array(cells.prefix(width - 1))
        // A wide character is shown whole or not at all.
        if let base = kept.lastIndex(where: { $0.width > 0 }), base + kept[base].width > kept.count {
            kept.removeSubrange(base...)
        }
        return kept + [Cell(text: "…", width: 1, look: look)]
    }
}
