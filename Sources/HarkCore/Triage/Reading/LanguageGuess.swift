/// Tells the language of a text and of each of its sentences by the words of `language.tsv`.
struct LanguageGuess {
    /// The language of the whole text.
    var whole = Language.other
    /// The language of each sentence.
    var sentences: [Language] = []

    init(of text: TokenizedText, model: KeywordModel) {
        let count = Int(text.tokens.last?.sentence ?? 0) + 1
        var scores = [ClassWeights](repeating: .zero, count: count)
        for token in text.tokens { scores[Int(token.sentence)] += token.language.weights }
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

    private static func letters(of text: TokenizedText, model: KeywordModel) -> ClassWeights {
        var sum = ClassWeights(0, 0, text.marks.foreign * 700)
        for letter in text.letters {
            for row in model.index.languageRows(ofLetter: letter.scalar) {
                sum += model.traits[Int(row)].weights
            }
        }
        return sum
    }
}
