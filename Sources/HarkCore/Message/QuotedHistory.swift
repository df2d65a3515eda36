/// What a mail repeats of the mails before it. It is kept, and left out where only the new words count.
public enum QuotedHistory {
    /// The text without the repeated part at its end; the whole text when nothing else is in it.
    public static func trimmed(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard var end = start(of: lines), end > 0 else { return text }
        while end > 0, lines[end - 1].allSatisfy(\.isWhitespace) { end -= 1 }
        return end == 0 ? text : lines[..<end].joined(separator: "\n")
    }

    /// How many lines of a text are repeated.
    public static func count(in text: String) -> Int {
        let kept = trimmed(text)
        return kept == text ? 0 : text.count { $0 == "\n" } - kept.count { $0 == "\n" }
    }

    /// The first line of the history: a line that introduces it, or the quotes that run to the end.
    private static func start(of lines: [Substring]) -> Int? {
        if let mark = lines.firstIndex(where: isMark) { return introduction(before: mark, in: lines) }
        guard let last = lines.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) }), lines[last].hasPrefix(">") else {
            return nil
        }
        var first = last
        while first > 0, lines[first - 1].hasPrefix(">") || lines[first - 1].allSatisfy(\.isWhitespace) { first -= 1 }
        return introduction(before: first, in: lines)
    }

    private static func isMark(_ line: Substring) -> Bool {
        guard line.hasPrefix("-") || line.hasPrefix("_") else { return false }
        let words = line.lowercased().filter { $0 != "-" && $0 != "_" }
        let marks = ["original message", "ursprüngliche nachricht", "message d'origine", "originalnachricht"]
        return marks.contains { words.contains($0) } || line.hasPrefix("________________________________")
    }

    /// “On Friday Ana wrote:” stands before the quotes, on one line or two.
    private static func introduction(before first: Int, in lines: [Substring]) -> Int {
        var start = first
        while start > 0, lines[start - 1].allSatisfy(\.isWhitespace) { start -= 1 }
        guard start > 0, lines[start - 1].last == ":" else { return first }
        let isContinued = start > 1 && !lines[start - 2].allSatisfy(\.isWhitespace) && lines[start - 1].count < 60
        let opens = ["On ", "Am ", "Le ", "El ", "Il ", "Op ", "Den ", "Dne "]
        if opens.contains(where: { lines[start - 1].hasPrefix($0) }) { return start - 1 }
        if isContinued, opens.contains(where: { lines[start - 2].hasPrefix($0) }) { return start - 2 }
        return lines[start - 1].hasSuffix("wrote:") || lines[start - 1].hasSuffix("schrieb:") ? start - 1 : first
    }
}
