/// Tells the language of a text and of each of its sentences by the words of `language.tsv`.
struct LanguageGuess {
    /// The language of the whole text.
    var whole = Language.other
    /// The language of each sentence.
    var sentences: [Language] = []
    /// The words that spoke for one: rows with the token they were found at.
    var hits = ContiguousArray<Hit>()

    /// What a sentence counts for itself against the whole text, in parts of four.
    private static let ownShare = 3

    init(of text: TokenizedText, model: KeywordModel) {
        let count = Int(text.tokens.last?.sentence ?? 0) + 1
        var scores = [ClassWeights](repeating: .zero, count: count)
        hits.reserveCapacity(text.tokens.count * 2)
        for (number, token) in text.tokens.enumerated() {
            var score = ClassWeights.zero
            add(token.rows, number, model, &score)
            for part in token.parts { add(text.parts[Int(part)].rows, number, model, &score) }
            scores[Int(token.sentence)] += score
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

    /// Rows of a language come first. Beginnings and endings of words tell much together and little alone.
    @inline(__always)
    private mutating func add(_ rows: Range<Int32>, _ token: Int, _ model: KeywordModel, _ score: inout ClassWeights) {
        for row in rows {
            let traits = model.traits[Int(row)]
            guard traits.slot == .language else { return }
            score += traits.weights
            if traits.isWhole { hits.append(Hit(row: row, token: Int32(token), count: 1)) }
        }
    }

    private static func letters(of text: TokenizedText, model: KeywordModel) -> ClassWeights {
        var sum = ClassWeights(0, 0, text.marks.foreign * 700)
        for letter in text.letters {
            for row in model.index.rows(TextHash.character(letter.scalar)).map(Int.init)
            where model.traits[row].slot == .language {
                sum += model.traits[row].weights
            }
        }
        return sum
    }
}
