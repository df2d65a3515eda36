import HarkCore

/// A list to choose from by typing.
struct Picker: Sendable, Hashable {
    /// What is chosen.
    enum Purpose: Sendable, Hashable {
        case assign, tag, mark, snooze, canned, macro, view

        /// Whether a digit takes the choice of that number.
        var hasDigits: Bool {
            switch self {
            case .assign, .tag: false
            case .mark, .snooze, .canned, .macro, .view: true
            }
        }
    }

    /// One thing to choose.
    struct Choice: Sendable, Hashable {
        var label: String
        var detail = ""
        /// What is carried out: the words behind the command's name.
        var words: String
        /// Whether it holds already.
        var isSet = false
    }

    var purpose: Purpose
    var title: String
    var choices: [Choice]
    var field = TextField()
    var index = 0

    /// The choices that fit what was typed: those that begin with it, then those that hold it.
    var matches: [Choice] {
        let typed = field.text.lowercased().drop { "@+".contains($0) }
        guard !typed.isEmpty else { return choices }
        let named = choices.map { (choice: $0, name: $0.label.lowercased().drop { "@+".contains($0) }) }
        let beginning = named.filter { $0.name.hasPrefix(typed) }
        let holding = named.filter { !$0.name.hasPrefix(typed) && $0.name.contains(typed) }
        return (beginning + holding).map(\.choice)
    }

    /// What Enter carries out: the choice under the cursor, else what was typed.
    var words: String? {
        let matches = matches
        if matches.indices.contains(index) { return matches[index].words }
        let typed = field.text.split(separator: " ").joined(separator: " ")
        return typed.isEmpty ? nil : typed
    }

    /// Whether a digit takes a choice: only before anything is typed.
    func takes(_ digit: Character) -> Bool {
        guard purpose.hasDigits, field.text.isEmpty, let number = digit.wholeNumberValue else { return false }
        return number > 0 && number <= choices.count
    }

    /// Moves the cursor among the matches.
    mutating func move(_ step: Int) {
        let count = matches.count
        index = count == 0 ? 0 : (index + step + count) % count
    }
}
