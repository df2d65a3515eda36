import HarkCore

/// Learns `language.tsv` from texts whose language is known: small words, beginnings and endings of words.
public struct LanguageLearner: Sendable {
    private let curation: Curation

    /// Few texts in other languages are at hand: each counts for as many.
    private static let otherShare = 4.0

    /// A learner that heeds a curation.
    public init(curation: Curation = .none) { self.curation = curation }

    /// The text of the table with at most so many terms; the labels are those of ``Language``.
    public func table(_ examples: [LabelledExample], mostTerms: Int = 3000) -> String {
        var reader = FeatureReader(grammar: .none)
        reader.beginnings = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4
        reader.endings = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4
        reader.takesPairs = false
        var learner = TermLearner(classes: EvaluationTask.language.classes, reader: reader)
        learner.mostTerms = mostTerms
        learner.leastCount = 5
        learner.penalty = 2e-5
        learner.isNormalised = false
        learner.share = { $0.label == Language.other.rawValue ? Self.otherShare : 1 }
        // A smiley speaks no language.
        learner.isForbidden = { term in
            curation.forbids(term, in: "language.tsv") || !term.contains(where: \.isLetter)
        }
        let learned = learner.learn(examples, kind: .language)
        let fixed = curation.fixed["language.tsv"] ?? []
        var rows = [TableText.row(Meta.base.name, learned.constants)]
        rows += TableText.terms(learned.terms, except: fixed) + fixed
        return TableText.text(
            """
            # What tells German, English and other languages apart, in thousandths of a logit: learned by `make keywords`.
            # CHAR_ rows are single letters.
            """,
            "term\tde\ten\tother",
            rows
        )
    }
}
