/// Fits text to columns. The text must be safe already (``TerminalText``).
public enum TextLayout {
    /// The text in at most `width` columns; what is cut off ends in `…`.
    public static func truncated(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        guard width > 0 else { return "" }
        let (head, _) = split(text[...], at: width - 1)
        return head + "…"
    }

    /// The text with spaces behind it up to `width` columns.
    public static func padded(_ text: String, to width: Int) -> String { text + space(width - DisplayWidth.of(text)) }

    /// The text with spaces before it up to `width` columns.
    public static func aligned(_ text: String, to width: Int) -> String { space(width - DisplayWidth.of(text)) + text }

    /// The text's lines, each at most `width` columns: broken at spaces, a longer word inside.
    public static func wrapped(_ text: String, to width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrappedLine($0, to: max(width, 2)) }
    }

    private static func wrappedLine(_ line: Substring, to width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            var word = word
            var columns = DisplayWidth.of(String(word))
            if !lines.isEmpty || !current.isEmpty || used > 0 {
                if used + 1 + columns <= width {
                    current += " " + word
                    used += 1 + columns
                    continue
                }
                lines.append(current)
            }
            while columns > width {
                let (head, rest) = split(word, at: width)
                lines.append(head)
                word = rest
                columns -= DisplayWidth.of(head)
            }
            (current, used) = (String(word), columns)
        }
        return lines + [current]
    }

    private static func split(_ text: Substring, at width: Int) -> (head: String, rest: Substring) {
        var used = 0
        var end = text.startIndex
        for index in text.indices {
            let columns = DisplayWidth.of(text[index])
            if used + columns > width { break }
            used += columns
            end = text.index(after: index)
        }
        return (String(text[..<end]), text[end...])
    }

    private static func space(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
