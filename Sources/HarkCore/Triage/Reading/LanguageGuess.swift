/// Tells the language of a text and of each of its sentences by the words of `language.tsv`.
struct LanguageGuess {
    /// The language of the whole text.
    var whole = Language.other
    /// The language of each sentence.
    var sentences: [Language] = []
    /// What spoke for it: rows with the token or letter they were found at.
    var hits = ContiguousArray<Hit>()

    /// What a sentence counts for itself against the whole text, in parts of four.
    private static let ownShare = 3

    init(of text: TokenizedText, model: KeywordModel) {
        let count = Int(text.tokens.last?.sentence ?? 0) + 1
        var scores = [ClassWeights](repeating: .zero, count: count)
        hits.reserveCapacity(text.tokens.count * 2)
        for (number, token) in text.tokens.enumerated() {
            add(token.hash, number, model, &scores[Int(token.sentence)])
            for part in token.parts {
                add(text.parts[Int(part)], number, model, &scores[Int(token.sentence)])
            }
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

    private mutating func add(_ hash: UInt64, _ token: Int, _ model: KeywordModel, _ score: inout ClassWeights) {
        for posting in model.index.postings(hash) {
            let row = model.index.row(posting)
            guard row >= 0, model.traits[row].slot == .language else { continue }
            score += model.traits[row].weights
            hits.append(Hit(row: Int32(row), token: Int32(token), count: 1))
        }
    }

    private static func letters(of text: TokenizedText, model: KeywordModel) -> ClassWeights {
        var sum = ClassWeights(0, 0, text.marks.foreign * 700)
        for letter in text.letters {
            for posting in model.index.postings(TextHash.character(letter.scalar)) {
                let row = model.index.row(posting)
                if row >= 0, model.traits[row].slot == .language { sum += model.traits[row].weights }
            }
        }
        return sum
    }
}
