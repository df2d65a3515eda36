/// Strangers' words made fit for a mail: nothing in them ends a line, hides text or turns its direction around.
enum HarmlessText {
    /// The text in one line, shortened to a number of characters.
    static func line(_ text: String, limit: Int) -> String {
        let words = cleaned(text).joined(separator: " ").split(separator: " ").joined(separator: " ")
        return words.isEmpty ? "?" : shortened(words, limit)
    }

    /// The text by lines, shortened to a number of characters.
    static func lines(_ text: String, limit: Int) -> [String] {
        cleaned(shortened(text, limit)).map { String($0) }
    }

    private static func shortened(_ text: String, _ limit: Int) -> String {
        // A character may hold any number of combining marks, so their bytes are bounded as well.
        let bytes = text.utf8.count <= limit * 8 ? text : String(text.unicodeScalars.prefix(limit * 2))
        return bytes.count <= limit ? bytes : bytes.prefix(limit - 1) + "…"
    }

    private static func cleaned(_ text: String) -> [String] {
        var lines = [String.UnicodeScalarView()]
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            switch scalar.properties.generalCategory {
            case .lineSeparator, .paragraphSeparator: lines.append(.init())
            case .control where scalar == "\n" && last == "\r": continue
            case .control where "\n\r\u{B}\u{C}\u{85}".unicodeScalars.contains(scalar): lines.append(.init())
            case .control: lines[lines.count - 1].append(" ")
            // Joiners make emoji and some scripts; every other format character only hides.
            case .format where scalar != "\u{200D}" && scalar != "\u{200C}": continue
            case _ where scalar.properties.isNoncharacterCodePoint: lines[lines.count - 1].append("\u{FFFD}")
            default: lines[lines.count - 1].append(scalar)
            }
        }
        return lines.map { String($0) }
    }
}
