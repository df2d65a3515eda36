import Foundation
import HarkCore

/// How text is shown: for a person at a terminal, or whole and plain for a program.
struct Style: Sendable {
    var isTerminal: Bool
    var width: Int
    var hasColour: Bool
    var zone: TimeZone

    /// For programs: tabs, no colour, nothing cut.
    static let plain = Style(isTerminal: false, width: .max, hasColour: false, zone: .gmt)

    /// For a person, as their screen and their wishes in the environment allow.
    init(_ screen: Screen, plain: Bool, noColour: Bool = false, environment: [String: String], zone: TimeZone) {
        isTerminal = screen.isTerminal && !plain
        width = isTerminal ? max(screen.columns, 40) : .max
        hasColour = !noColour && !plain && Self.wantsColour(environment, isTerminal: isTerminal)
        self.zone = zone
    }

    init(isTerminal: Bool, width: Int, hasColour: Bool, zone: TimeZone) {
        self.isTerminal = isTerminal
        self.width = width
        self.hasColour = hasColour
        self.zone = zone
    }

    /// The text made safe, in its tone. The only place that writes an escape sequence.
    func paint(_ text: String, _ tone: Tone = .plain) -> String {
        let safe = TerminalText.line(text)
        guard hasColour, let code = tone.code, !safe.isEmpty else { return safe }
        return "\u{1B}[\(code)m\(safe)\u{1B}[0m"
    }

    /// NO_COLOR wins over CLICOLOR_FORCE, which wins over what the terminal is.
    private static func wantsColour(_ environment: [String: String], isTerminal: Bool) -> Bool {
        if let wish = environment["NO_COLOR"], !wish.isEmpty { return false }
        if let wish = environment["CLICOLOR_FORCE"], !wish.isEmpty, wish != "0" { return true }
        return isTerminal && environment["CLICOLOR"] != "0" && environment["TERM"] != "dumb"
    }
}

/// What a piece of text means, which decides its colour.
enum Tone: Sendable {
    case plain, strong, faint, good, warning, bad, ours, note

    /// The SGR parameters; the terminal's own palette decides the shade.
    var code: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .good: "32"
        case .warning: "33"
        case .bad: "1;31"
        case .ours: "36"
        case .note: "35"
        }
    }
}
