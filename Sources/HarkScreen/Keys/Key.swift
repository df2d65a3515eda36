/// A key as the person pressed it.
struct Key: Sendable, Hashable, CustomStringConvertible {
    /// Which key.
    enum Code: Sendable, Hashable {
        case character(Character)
        case enter, tab, backTab, escape, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(Int)
    }

    var code: Code
    var control = false
    var alt = false

    init(_ code: Code, control: Bool = false, alt: Bool = false) {
        self.code = code
        self.control = control
        self.alt = alt
    }

    /// A plain character.
    static func plain(_ character: Character) -> Key { Key(.character(character)) }

    /// A letter with Control.
    static func control(_ letter: Character) -> Key { Key(.character(letter), control: true) }

    /// As it is written in the help: `j`, `^S`, `Enter`.
    var description: String { (control ? "^" : "") + (alt ? "M-" : "") + name }

    private var name: String {
        switch code {
        case .character(" "): "Space"
        case .character(let character): control ? String(character).uppercased() : String(character)
        case .enter: "Enter"
        case .tab: "Tab"
        case .backTab: "S-Tab"
        case .escape: "Esc"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        }
    }
}

/// What came from the terminal.
enum Input: Sendable, Hashable {
    case key(Key)
    /// Text that was pasted: never a command.
    case paste(String)
    case mouse(Mouse)
}

/// What the mouse did, where, counted from 0.
struct Mouse: Sendable, Hashable {
    enum ScreenAct: Sendable, Hashable { case press, wheelUp, wheelDown }

    var deed: ScreenAct
    var row: Int
    var column: Int
}
