import HarkCore

/// What a team has written down, to be taken by a key: canned texts, macros, views.
struct Shelf: Sendable, Hashable {
    var texts: [CannedTextView] = []
    var macros: [MacroView] = []
    var views: [SavedView] = []

    /// Canned texts by name, each once, with the words it begins with.
    var textChoices: [Picker.Choice] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0.name).inserted }.map { text in
            let languages = texts.filter { $0.name == text.name }.compactMap { $0.language?.rawValue }
            let beginning = text.text.split(separator: "\n").dropFirst().first ?? text.text[...]
            let detail = (languages.isEmpty ? "" : languages.joined(separator: " ") + "  ") + beginning
            return Picker.Choice(label: text.name, detail: detail, words: text.name)
        }
    }

    var macroChoices: [Picker.Choice] {
        macros.map { Picker.Choice(label: $0.name, detail: $0.help ?? $0.what, words: $0.name) }
    }

    var viewChoices: [Picker.Choice] {
        views.map { Picker.Choice(label: $0.name, detail: $0.query, words: $0.name) }
    }
}
