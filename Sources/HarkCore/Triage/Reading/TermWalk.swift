/// Names every term a text holds: words, their known parts, pairs and triples, and words under a negator. The engine
/// looks them up; a learner collects them. One walk for both, so that what is learned is what is found.
package enum TermWalk {
    /// What kind of term a hash is.
    package enum Kind {
        case word, part, pair, triple, negated
    }

    /// Calls for each term that begins at a token, longer ones first; with its number among the known terms where reading
    /// the text has found it, −1 where it has found none.
    @inline(__always)
    package static func terms(
        of text: TokenizedText,
        at first: Int,
        _ visit: (_ hash: UInt64, _ number: Int32?, _ count: Int, _ kind: Kind) -> Void
    ) {
        let token = text.tokens[first]
        if first + 1 < text.tokens.count {
            let second = text.tokens[first + 1]
            let two = TextHash.join(token.hash, second.hash)
            if first + 2 < text.tokens.count {
                let third = text.tokens[first + 2]
                visit(TextHash.join(two, third.hash), nil, 3, .triple)
                parts(of: third, in: text) { part in
                    if part.endsLongTerm { visit(TextHash.join(two, part.hash), nil, 3, .triple) }
                }
            }
            visit(two, nil, 2, .pair)
            parts(of: second, in: text) { part in
                if part.endsLongTerm { visit(TextHash.join(token.hash, part.hash), nil, 2, .pair) }
            }
        }
        if token.flags.contains(.negated) { visit(TextHash.negated(token.hash), nil, 1, .negated) }
        visit(token.hash, token.number, 1, .word)
        parts(of: token, in: text) { visit($0.hash, $0.number, 1, .part) }
        if token.short != 0 { visit(token.short, nil, 1, .word) }
    }

    /// Endings first, then beginnings, longer ones first.
    @inline(__always)
    private static func parts(of token: Token, in text: TokenizedText, _ visit: (WordPart) -> Void) {
        var number = Int(token.parts.upperBound)
        while number > Int(token.parts.lowerBound) {
            number &-= 1
            visit(text.parts[number])
        }
    }
}
