import HarkCore

/// A text for a person at a terminal, built line by line; everything in it is made safe on its way in.
struct Page {
    let style: Style
    private(set) var text = ""

    init(_ style: Style) { self.style = style }

    /// Pieces in one line, joined by ` · `, continued on the next where the width ends.
    mutating func line(_ pieces: [Fragment], indent: Int = 0) {
        let space = String(repeating: " ", count: indent)
        var used = 0
        for piece in pieces where !piece.text.isEmpty {
            let safe = TextLayout.truncated(TerminalText.line(piece.text), to: style.width - indent - 2)
            let columns = DisplayWidth.of(safe)
            if used == 0 {
                text += space
                used = indent
            } else if used + 3 + columns > style.width {
                text += "\n" + space + "  "
                used = indent + 2
            } else {
                text += style.paint(" · ", .faint)
                used += 3
            }
            text += style.paint(safe, piece.tone)
            used += columns
        }
        text += "\n"
    }

    /// A text of several lines, wrapped to the width behind a margin.
    mutating func block(_ content: String, margin: String, tone: Tone = .plain) {
        let width = style.width - DisplayWidth.of(margin)
        for line in TextLayout.wrapped(TerminalText.block(content), to: width) {
            let painted = style.paint(margin, .faint) + style.paint(line, tone)
            text += (line.isEmpty && margin.allSatisfy { $0 == " " } ? "" : painted) + "\n"
        }
    }

    /// An empty line.
    mutating func gap() { text += "\n" }
}

/// A piece of a line with its tone.
struct Fragment: ExpressibleByStringLiteral {
    var text: String
    var tone: Tone

    init(_ text: String, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
    }

    init(stringLiteral value: String) { self.init(value) }
}
