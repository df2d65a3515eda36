/// Folds a term as it is written into the hashes a text is searched for.
struct TermReader {
    let kind: KeywordTable.Kind

    private typealias Wrong = KeywordRowReader.Wrong

    func write(_ term: String, into row: inout KeywordRow) throws(KeywordRowReader.Wrong) {
        guard term.utf8.count <= 100 else { throw Wrong("the term is longer than 100 bytes", column: "term") }
        if kind == .language, term.hasPrefix("CHAR_") { return try letter(term, into: &row) }
        var body = term[...]
        if body.hasPrefix("NOT_") {
            row.shape = .negated
            body = body.dropFirst(4)
        } else if body.hasPrefix("*"), !body.hasSuffix("*") {
            row.shape = .ending
            body = body.dropFirst()
        } else if body.hasSuffix("*") {
            row.shape = .beginning
            body = body.dropLast()
        }
        guard !body.contains("*") else {
            throw Wrong("“*” may only stand at the end of a term, or at its beginning", column: "term")
        }
        if let first = body.utf8.first, Tokenizer.beginsEmoticon(first), (2...3).contains(body.utf8.count) {
            row.words = [Tokenizer.emoticonHash(body.utf8)]
            return
        }
        let tokens = Tokenizer.read(Array(body.utf8), filter: .all(beginnings: 0, endings: .max)).tokens
        guard (1...3).contains(tokens.count) else {
            throw Wrong("a term has one to three words, “\(term)” has \(tokens.count)", column: "term")
        }
        guard let end = tokens.last?.end, end == body.utf8.count else {
            throw Wrong("the signs behind the last word of “\(term)” are not read; leave them out", column: "term")
        }
        row.words = tokens.map(\.hash)
        try shape(&row, tokens, body)
    }

    private func shape(
        _ row: inout KeywordRow,
        _ tokens: ContiguousArray<Token>,
        _ body: Substring
    ) throws(KeywordRowReader.Wrong) {
        guard let last = tokens.last else { return }
        switch row.shape {
        case .whole, .letter: break
        case .negated:
            guard tokens.count == 1 else { throw Wrong("NOT_ stands before one word", column: "term") }
            row.words = [TextHash.negated(last.hash)]
        case .beginning:
            let least = kind == .language ? 1 : 3
            guard (least..<64).contains(last.length) else {
                throw Wrong("a word before “*” needs three letters or more", column: "term")
            }
            row.partLength = last.length
            row.words[tokens.count - 1] = TextHash.beginning(last.hash)
        case .ending:
            let least = kind == .language ? 1 : 3
            guard tokens.count == 1, (least...8).contains(last.length) else {
                throw Wrong("behind “*” stand three to eight letters of one word", column: "term")
            }
            row.partLength = last.length
            row.words = [Tokenizer.ending(Array(body.utf8))]
        }
    }

    private func letter(_ term: String, into row: inout KeywordRow) throws(KeywordRowReader.Wrong) {
        let letters = term.dropFirst(5).unicodeScalars
        guard let letter = letters.first, letters.count == 1, letter.value >= 0x80 else {
            throw Wrong("after CHAR_ stands one letter beyond a to z", column: "term")
        }
        row.shape = .letter
        row.words = [TextHash.character(letter.value)]
    }
}

extension Tokenizer {
    /// The hash of a text's folded bytes as the ending of a word.
    static func ending(_ bytes: [UInt8]) -> UInt64 {
        var tokenizer = Tokenizer(bytes, filter: .all(beginnings: 0, endings: 0))
        tokenizer.word(nil)
        return TextHash.ending(tokenizer.word.tail, tokenizer.word.length)
    }
}
