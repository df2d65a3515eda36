import HarkCore

/// What a person's editor is opened on: the draft, then the thread behind a line that cuts it off.
enum EditorText {
    private static let scissors = "# ---- what stands below is not sent ----"

    static func make(_ draft: String, _ state: ScreenState) -> String {
        let thread = ThreadLines(state, width: 78).lines.map { line in
            TerminalText.line(line.pieces.map(\.text).joined())
        }
        return draft + "\n\n" + scissors + "\n" + thread.joined(separator: "\n") + "\n"
    }

    /// What was written above the line.
    static func draft(in text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != scissors }
        let start = lines.drop { $0.allSatisfy(\.isWhitespace) }
        guard let last = start.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { return "" }
        return start[...last].joined(separator: "\n")
    }
}
