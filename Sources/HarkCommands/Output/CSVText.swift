import HarkCore

/// Comma-separated values as RFC 4180 has them, harmless in a spreadsheet.
///
/// A cell that a spreadsheet would read as a formula gets an apostrophe before it: strangers write such texts, and a formula
/// can call out. Numbers stay numbers.
enum CSVText {
    /// A line, ended by CR LF.
    static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

    /// A text as a cell.
    static func cell(_ text: String, isNumber: Bool = false) -> String {
        let safe = TerminalText.line(text)
        let guarded = !isNumber && isFormula(safe) ? "'" + safe : safe
        guard guarded.contains(where: { ",\"\n\r".contains($0) }) else { return guarded }
        return "\"" + guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Full-width forms count too: spreadsheets read them as their narrow ones.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
        return "=+-@|%＝＋－＠".unicodeScalars.contains(first)
    }
}
