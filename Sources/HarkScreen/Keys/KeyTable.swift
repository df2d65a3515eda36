/// Which key says which verb: the one table that the screen obeys and the help prints.
public enum KeyTable {
    /// Keys of one verb.
    struct Binding: Sendable {
        var verb: Verb
        var keys: [Key]
    }

    /// Bindings that belong together in the help.
    struct Group: Sendable {
        var title: String
        var bindings: [Binding]
    }

    static let groups: [Group] = [
        Group(
            title: "Move",
            bindings: [
                Binding(verb: .down, keys: [.plain("j"), Key(.down)]),
                Binding(verb: .up, keys: [.plain("k"), Key(.up)]),
                Binding(verb: .first, keys: [.plain("g"), Key(.home)]),
                Binding(verb: .last, keys: [.plain("G"), Key(.end)]),
                Binding(verb: .pageDown, keys: [.control("d"), Key(.pageDown)]),
                Binding(verb: .pageUp, keys: [.control("u"), Key(.pageUp)]),
                Binding(verb: .scrollDown, keys: [.plain("J"), .plain(" ")]),
                Binding(verb: .scrollUp, keys: [.plain("K"), Key(.backspace)]),
                Binding(verb: .next, keys: [.plain("n")]),
                Binding(verb: .open, keys: [Key(.enter), Key(.right)]),
                Binding(verb: .back, keys: [Key(.escape), Key(.left)]),
                Binding(verb: .focus, keys: [Key(.tab)]),
                Binding(verb: .details, keys: [.plain("i")]),
            ]
        ),
        Group(
            title: "Find",
            bindings: [
                Binding(verb: .query, keys: [.plain("/")]),
                Binding(verb: .view, keys: [.plain("V")]),
                Binding(verb: .save, keys: []),
                Binding(verb: .command, keys: [.plain(":")]),
            ]
        ),
        Group(
            title: "Answer",
            bindings: [
                Binding(verb: .reply, keys: [.plain("r")]),
                Binding(verb: .canned, keys: [.plain("e")]),
                Binding(verb: .edit, keys: [.plain("E")]),
                Binding(verb: .note, keys: [.plain("N")]),
            ]
        ),
        Group(
            title: "File",
            bindings: [
                Binding(verb: .take, keys: [.plain("A")]),
                Binding(verb: .assign, keys: [.plain("a")]),
                Binding(verb: .tag, keys: [.plain("t")]),
                Binding(verb: .snooze, keys: [.plain("s")]),
                Binding(verb: .close, keys: [.plain("c")]),
                Binding(verb: .reopen, keys: [.plain("o")]),
                Binding(verb: .macro, keys: [.plain("m")]),
                Binding(verb: .undo, keys: [.plain("u")]),
                Binding(verb: .mark, keys: [.plain("M")]),
                Binding(verb: .select, keys: [.plain("x")]),
                Binding(verb: .range, keys: [.plain("v")]),
                Binding(verb: .unselect, keys: [.plain("X")]),
                Binding(verb: .merge, keys: []),
                Binding(verb: .mute, keys: []),
                Binding(verb: .unmute, keys: []),
                Binding(verb: .block, keys: []),
                Binding(verb: .unblock, keys: []),
            ]
        ),
        Group(
            title: "Else",
            bindings: [
                Binding(verb: .refresh, keys: [.control("l")]),
                Binding(verb: .help, keys: [.plain("?"), Key(.function(1))]),
                Binding(verb: .suspend, keys: [.control("z")]),
                Binding(verb: .quit, keys: [.plain("q"), .control("c")]),
            ]
        ),
    ]

    /// The verb behind each key.
    static let verbs: [Key: Verb] = Dictionary(
        groups.flatMap(\.bindings).flatMap { binding in binding.keys.map { ($0, binding.verb) } },
        uniquingKeysWith: { first, _ in first }
    )

    /// The first key of a verb, for hints.
    static func key(of verb: Verb) -> String {
        groups.lazy.flatMap(\.bindings).first { $0.verb == verb }?.keys.first?.description ?? ":" + verb.rawValue
    }

    /// Keys, name and meaning of every verb, by group; then the keys while a text is written.
    static var lines: [(title: String, rows: [(keys: String, name: String, meaning: String)])] {
        let own = groups.map { group in
            (
                group.title,
                group.bindings.map { binding in
                    let name =
                        ":" + binding.verb.rawValue + (binding.verb.argument.isEmpty ? "" : " " + binding.verb.argument)
                    return (binding.keys.map(\.description).joined(separator: " "), name, binding.verb.meaning)
                }
            )
        }
        return own + [("While you write", ComposerKey.allCases.map { ($0.key.description, "", $0.meaning) })]
    }

    /// The whole table as text for 80 columns, then what may follow a command's name.
    public static var text: String {
        let groups = lines.map { group in
            (group.title, group.rows.map { ($0.keys, String($0.name.prefix { $0 != " " }), $0.meaning) })
        }
        let width = groups.flatMap(\.1).map(\.0.count).max() ?? 0
        let nameWidth = groups.flatMap(\.1).map(\.1.count).max() ?? 0
        let tables = groups.map { title, rows in
            title + "\n" + rows.map { "  " + pad($0, width) + " " + pad($1, nameWidth) + " " + $2 + "\n" }.joined()
        }
        let arguments = Verb.allCases.filter { !$0.argument.isEmpty }.map { "  :\($0.rawValue) \($0.argument)\n" }
        return (tables + ["What may follow a command\n" + arguments.joined()]).joined(separator: "\n")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}

/// The keys that mean something while a reply or note is written.
enum ComposerKey: Sendable, CaseIterable {
    case send, sendAndClose, sendAndStay, editor, leave

    var key: Key {
        switch self {
        case .send: .control("s")
        case .sendAndClose: .control("x")
        case .sendAndStay: .control("o")
        case .editor: .control("e")
        case .leave: Key(.escape)
        }
    }

    var meaning: String {
        switch self {
        case .send: "send; the conversation waits for the customer"
        case .sendAndClose: "send and close"
        case .sendAndStay: "send, the conversation stays open"
        case .editor: "go on in your own editor"
        case .leave: "leave; the draft is kept"
        }
    }

    /// The key's place in the hints.
    var hint: String {
        switch self {
        case .send: "send"
        case .sendAndClose: "send+close"
        case .sendAndStay: "send, stay open"
        case .editor: "editor"
        case .leave: "keep draft"
        }
    }
}
