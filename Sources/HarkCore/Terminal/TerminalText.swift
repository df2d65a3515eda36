/// Makes strangers' text harmless where it leaves Hark for a screen: a terminal, a pipe, a log line, JSON.
///
/// Three things happen to a dangerous scalar. What would *act* (control characters, escape sequences' first byte, bidi
/// overrides and isolates, annotation marks) becomes a visible `�`, so that a reader sees that something was there. What
/// only *hides* (soft hyphens, direction marks, byte order marks, tags, invisible operators) is removed. Line breaks and
/// tabs stay in a ``block(_:)`` and become spaces in a ``line(_:)``. Stacks of combining marks are cut to ``markLimit``.
public enum TerminalText {
    /// How many combining marks in a row are shown; more would paint over the lines above.
    public static let markLimit = 6

    /// One line: no line break, no tab, nothing that acts or hides.
    public static func line(_ text: String) -> String { cleaned(text, breaks: " ", tab: " ") }

    /// Several lines: `\n` is the only line break, a tab is four spaces.
    public static func block(_ text: String) -> String { cleaned(text, breaks: "\n", tab: "    ") }

    /// Whether a scalar must never reach a screen raw. `\n` and `\t` are judged by their place, not here.
    public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool { acts(scalar) || hides(scalar) }

    private static func acts(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
        case 0x2028, 0x2029: true  // line and paragraph separator
        case 0x202A...0x202E, 0x2066...0x2069: true  // bidi embeddings, overrides, isolates
        case 0xFFF9...0xFFFB: true  // interlinear annotation
        default: false
        }
    }

    private static func hides(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x061C, 0x200E, 0x200F, 0xFEFF: true  // soft hyphen, direction marks, byte order mark
        case 0x2060...0x2064, 0x206A...0x206F: true  // invisible operators, deprecated format characters
        case 0xE0000...0xE007F: true  // tags
        default: false
        }
    }

    private static func cleaned(_ text: String, breaks: Unicode.Scalar, tab: String) -> String {
        if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text }
        var result = String.UnicodeScalarView()
        var marks = 0
        var afterReturn = false
        for scalar in text.unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            marks = scalar.isCombiningMark ? marks + 1 : 0
            switch scalar {
            case "\n" where afterReturn: continue
            case "\n", "\r", "\u{2028}", "\u{2029}": result.append(breaks)
            case "\t": result.append(contentsOf: tab.unicodeScalars)
            case _ where acts(scalar): result.append("\u{FFFD}")
            case _ where hides(scalar) || marks > markLimit: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is drawn on the one before it.
    var isCombiningMark: Bool {
        guard value >= 0x300 else { return false }
        return switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: !properties.isVariationSelector
        default: false
        }
    }
}
