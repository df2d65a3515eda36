/// What a piece of text means. The terminal's own palette decides the shade.
enum Ink: Character, Sendable, CaseIterable {
    case plain = " "
    case strong = "b"
    case faint = "f"
    case good = "g"
    case warning = "w"
    case bad = "!"
    case ours = "o"
    case note = "n"
    case accent = "a"
}

/// How a cell is drawn: its ink, and whether it is part of what is chosen.
struct Look: Sendable, Hashable {
    var ink = Ink.plain
    /// Reversed: the line under the cursor.
    var isChosen = false

    static let plain = Look()
    static let chosen = Look(isChosen: true)

    init(_ ink: Ink = .plain, isChosen: Bool = false) {
        self.ink = ink
        self.isChosen = isChosen
    }
}

/// Turns looks into the parameters of SGR. Without colour only weight and reversal are left, which `NO_COLOR` allows.
struct Palette: Sendable {
    var hasColour: Bool

    /// The parameters between `CSI` and `m`, beginning with a reset.
    func code(_ look: Look) -> String {
        let parts = ["0", ink(look.ink), look.isChosen ? "7" : ""]
        return parts.filter { !$0.isEmpty }.joined(separator: ";")
    }

    private func ink(_ ink: Ink) -> String {
        switch ink {
        case .plain: ""
        case .strong: "1"
        case .faint: "2"
        case .good: hasColour ? "32" : ""
        case .warning: hasColour ? "33" : ""
        case .bad: hasColour ? "1;31" : "1"
        case .ours: hasColour ? "36" : ""
        case .note: hasColour ? "35" : ""
        case .accent: hasColour ? "1;34" : "1"
        }
    }
}
