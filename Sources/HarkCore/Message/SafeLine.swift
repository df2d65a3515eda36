/// One short line out of a stranger's text, for lists: no control characters, no line ends, at most 200 characters.
public enum SafeLine {
    /// The first words of a text on one line.
    public static func snippet(_ text: String, limit: Int = 200) -> String {
        var line = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars.prefix(limit * 8) {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                pendingSpace = !line.isEmpty
                continue
            }
            if pendingSpace { line.append(" ") }
            pendingSpace = false
            line.append(scalar)
        }
        return String(String(line).prefix(limit))
    }
}
