/// Marks what the small words do to the words around them: negators, intensifiers, “but”.
package enum Grammar {
    /// How far a negator reaches.
    static let reach = 4

    /// Marks the tokens; `role` says what a token is in the language of its sentence.
    @inline(__always)
    package static func mark(_ text: inout TokenizedText, role: (Token) -> KeywordRow.Role?) {
        var weakened = 0
        var negatedUntil = -1
        var index = 0
        while index < text.tokens.count {
            if index < negatedUntil { text.tokens[index].flags.insert(.negated) }
            switch role(text.tokens[index]) {
            case .negator: negatedUntil = negate(&text, from: index)
            case .intensifier where index + 1 < text.tokens.count:
                text.tokens[index + 1].flags.insert(.intensified)
            case .contrast:
                negatedUntil = -1
                for before in weakened..<index where text.tokens[before].sentence == text.tokens[index].sentence {
                    text.tokens[before].flags.insert(.weakened)
                }
                weakened = index
            case .intensifier, nil: break
            }
            index += 1
        }
    }

    /// The token before which a negator's reach ends. German puts it behind the verb (“das hilft mir nicht.”): with
    /// nothing behind it in its clause it turns the words before it.
    private static func negate(_ text: inout TokenizedText, from index: Int) -> Int {
        var end = index + 1
        while end < text.tokens.count, end <= index + reach, !text.tokens[end - 1].flags.contains(.endsClause) {
            end += 1
        }
        if end - index > 2 { return end }
        var before = index - 1
        while before >= 0, before >= index - 3, !text.tokens[before].flags.contains(.endsClause) {
            text.tokens[before].flags.insert(.negated)
            before -= 1
        }
        return end
    }
}
