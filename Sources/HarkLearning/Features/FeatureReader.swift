import HarkCore

/// Reads the terms of a text as the engine does, known or not.
struct FeatureReader {
    /// The lengths of word beginnings to take, one bit each.
    var beginnings: UInt64 = 0
    /// The lengths of word endings to take, one bit each.
    var endings: UInt64 = 0
    /// Whether pairs and triples of words are terms.
    var takesPairs = true
    /// The roles of the small words.
    var grammar: GrammarWords

    /// A term as it was found.
    struct Found {
        var hash: UInt64
        var kind: TermWalk.Kind
        var flags: Token.Flags
        var token: Int
        var count: Int
    }

    /// The text's tokens with their marks.
    func tokens(_ text: String) -> TokenizedText {
        var tokens = Tokenizer.read(
            Array(text.utf8.prefix(20_000)),
            filter: .all(beginnings: beginnings, endings: endings)
        )
        grammar.mark(&tokens)
        return tokens
    }

    /// Calls for every term of the text, in the order in which the engine looks them up.
    @inline(__always)
    func forEachTerm(of text: TokenizedText, _ visit: (Found) -> Void) {
        for first in text.tokens.indices {
            let flags = text.tokens[first].flags
            TermWalk.terms(of: text, at: first) { hash, _, count, kind in
                guard takesPairs || count == 1 else { return }
                visit(Found(hash: hash, kind: kind, flags: flags, token: first, count: count))
            }
        }
    }
}
