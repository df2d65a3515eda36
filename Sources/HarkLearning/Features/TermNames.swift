import HarkCore

/// Gives hashes their names back: how the terms of a vocabulary are written in a table.
struct TermNames {
    private(set) var names: [UInt64: String] = [:]
    private let kind: KeywordTable.Kind

    init(_ kind: KeywordTable.Kind) { self.kind = kind }

    /// Takes the names of the wanted terms from a text that holds them; the first text wins.
    mutating func collect(_ wanted: (UInt64) -> Bool, from source: String, _ reader: FeatureReader) {
        let bytes = Array(source.utf8)
        let text = reader.tokens(source)
        reader.forEachTerm(of: text) { found in
            guard names[found.hash] == nil, wanted(found.hash) else { return }
            let words = (found.token..<found.token + found.count).map { index in
                let token = text.tokens[index]
                let word = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
                return token.isSymbol ? word : word.lowercased()
            }
            for name in candidates(words, found.kind) where hash(of: name) == found.hash {
                names[found.hash] = name
                return
            }
        }
    }

    private func candidates(_ words: [String], _ kind: TermWalk.Kind) -> [String] {
        switch kind {
        case .word: [words[0], TermText.of(words[0]), TermText.short(words[0])]
        case .pair, .triple: [words.joined(separator: " "), words.map(TermText.of).joined(separator: " ")]
        case .negated: ["NOT_" + words[0], "NOT_" + TermText.of(words[0])]
        case .part: TermText.parts(words[0])
        }
    }

    /// The hash a table's row with this term is found by.
    private func hash(of name: String) -> UInt64? { KeywordRow.hash(ofTerm: name, kind: kind) }
}
