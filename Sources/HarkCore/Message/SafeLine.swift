/// One short line out of a stranger's text, for lists: no control characters, no line ends, at most 200 characters.
public enum SafeLine {
    /// The first words of a text on one line.
    public static func snippet(_ text: String, limit: Int = 200) -> String {
        ascii(text, limit: limit) ?? line(text, limit: limit)
    }

    /// The same for a text whose beginning is ASCII, as most are: without a look at Unicode's tables or at characters that
    /// several scalars make. Nil where another text begins within the limit.
    private static func ascii(_ text: String, limit: Int) -> String? {
        var line: [UInt8] = []
        line.reserveCapacity(limit + 1)
        var pendingSpace = false
        for byte in text.utf8.prefix(limit * 8) {
            guard byte < 0x80 else { return nil }
            if line.count >= limit { break }
            if byte <= 0x20 || byte == 0x7F {
                pendingSpace = !line.isEmpty
                continue
            }
            if pendingSpace { line.append(0x20) }
            pendingSpace = false
            line.append(byte)
        }
        return String(decoding: line.prefix(limit), as: UTF8.self)
    }

    private static func line(_ text: String, limit: Int) -> String {
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
