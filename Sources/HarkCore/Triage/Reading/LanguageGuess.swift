/// Tells the language of a text and of each of its sentences by the words of `language.tsv`.
struct LanguageGuess {
    /// The language of the whole text.
    var whole = Language.other
    /// The language of each sentence.
    var sentences: [Language] = []
    /// The words that spoke for one: rows with the token they were found at.
    var hits = ContiguousArray<Hit>()

    init(of text: TokenizedText, model: KeywordModel) {
        let count = Int(text.tokens.last?.sentence ?? 0) + 1
        var scores = [ClassWeights](repeating: .zero, count: count)
        hits.reserveCapacity(text.tokens.count)
        for (number, token) in text.tokens.enumerated() {
            note(token.found.languageRows, number)
            scores[Int(token.sentence)] += Self.score(of: token, in: text, model)
        }
        let sum = scores.reduce(.zero, +)
        let letters = Self.letters(of: text, model: model)
        let total = sum + letters + (model.metas.row(.base, .language).map { model.traits[$0].weights } ?? .zero)
        whole = Self.language(total, text)
        if count == 1 {
            sentences = [whole]
        } else {
            sentences = scores.map { score in
                guard score != .zero else { return whole }
                return Self.languages[(score + score + score + total.scaled(250)).winner]
            }
        }
    }

    static let languages: [Language] = [.german, .english, .other]

    private static func language(_ total: ClassWeights, _ text: TokenizedText) -> Language {
        text.marks.letters > 0 ? languages[total.winner] : .other
    }

    /// Only whole words are noted: their beginnings and endings tell much together and little alone.
    @inline(__always)
    private mutating func note(_ rows: Range<Int32>, _ token: Int) {
        for row in rows { hits.append(Hit(row: row, token: Int32(token), count: 1)) }
    }

    @inline(__always)
    private static func score(of token: Token, in text: TokenizedText, _ model: KeywordModel) -> ClassWeights {
        if let known = model.index.word(token.found) { return known.language }
        var score = ClassWeights.zero
        for row in token.found.languageRows { score += model.traits[Int(row)].weights }
        for part in token.parts {
            for row in text.parts[Int(part)].found.languageRows { score += model.traits[Int(row)].weights }
        }
        return score
    }

    private static func letters(of text: TokenizedText, model: KeywordModel) -> ClassWeights {
        var sum = ClassWeights(0, 0, text.marks.foreign * 700)
        for letter in text.letters {
            for row in model.index.find(TextHash.character(letter.scalar))?.languageRows ?? 0..<0 {
                sum += model.traits[Int(row)].weights
            }
        }
        return sum
    }
}
