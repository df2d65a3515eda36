/// Names every term a text holds: words, their known parts, pairs and triples, and words under a negator. The engine
/// looks them up; a learner collects them. One walk for both, so that what is learned is what is found.
package enum TermWalk {
    /// What kind of term a hash is.
    package enum Kind {
        case word, part, pair, triple, negated
    }

    /// Calls for each term that begins at a token, longer ones first; with the numbers of its rows where they are known
    /// from reading the text.
    @inline(__always)
    package static func terms(
        of text: TokenizedText,
        at first: Int,
        longStems: Bool,
        _ visit: (_ hash: UInt64, _ rows: Range<Int32>?, _ count: Int, _ kind: Kind) -> Void
    ) {
        let token = text.tokens[first]
        if first + 1 < text.tokens.count {
            let second = text.tokens[first + 1]
            let two = TextHash.join(token.hash, second.hash)
            if first + 2 < text.tokens.count {
                let third = text.tokens[first + 2]
                visit(TextHash.join(two, third.hash), nil, 3, .triple)
                if longStems {
                    for part in third.parts.reversed() {
                        visit(TextHash.join(two, text.parts[Int(part)].hash), nil, 3, .triple)
                    }
                }
            }
            visit(two, nil, 2, .pair)
            if longStems {
                for part in second.parts.reversed() {
                    visit(TextHash.join(token.hash, text.parts[Int(part)].hash), nil, 2, .pair)
                }
            }
        }
        if token.flags.contains(.negated) { visit(TextHash.negated(token.hash), nil, 1, .negated) }
        visit(token.hash, token.rows, 1, .word)
        for part in token.parts.reversed() {
            visit(text.parts[Int(part)].hash, text.parts[Int(part)].rows, 1, .part)
        }
        if token.short != 0 { visit(token.short, nil, 1, .word) }
    }
}
