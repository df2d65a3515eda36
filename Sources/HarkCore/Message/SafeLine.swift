/// One short line out of a stranger's text, for lists: no control characters, no line ends, at most 200 characters.
public enum SafeLine {
    /// The first words of a text on one line.
    public static func snippet(_ text: String, limit: Int = 200) -> String {
        var line = String.UnicodeScalarView()
        var length = 0
        var pendingSpace = false
        for scalar in text.unicodeScalars.prefix(limit * 8) where length < limit * 4 {
            if separates(scalar) {
                pendingSpace = length > 0
                continue
            }
            if pendingSpace { line.append(" ") }
            pendingSpace = false
            line.append(scalar)
            length += 1
        }
        return String(String(line).prefix(limit))
    }

    /// White space and control characters. Unicode's tables are asked only beyond ASCII: this runs for every message.
    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
}
