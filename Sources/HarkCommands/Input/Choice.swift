import ArgumentParser

/// One of a set of words, as a person types it.
enum Choice {
    /// Reads a word; a mistake names what there is to choose from.
    static func read<Word: RawRepresentable & CaseIterable>(_ text: String, of name: String) throws -> Word
    where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        throw ValidationError("“\(text)” is no \(name); it is one of \(words(Word.self))")
    }

    /// What there is to choose from, for a sentence.
    static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> String
    where Word.RawValue == String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
