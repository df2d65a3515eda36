import HarkCore

/// Learns `spam.tsv` from messages labelled spam and ham.
public struct SpamLearner: Sendable {
    private let curation: Curation

    /// A learner that heeds a curation.
    public init(curation: Curation = .none) { self.curation = curation }

    private static let metas: [Meta] = [
        .capitals, .capitalWord, .bang, .bangs, .question, .stretched, .link, .mention, .number, .longNumber, .ellipsis,
        .quote, .currency, .short, .long, .veryLong,
    ]

    /// The text of the table with at most so many terms.
    public func table(_ examples: [LabelledExample], mostTerms: Int = 1000) -> String {
        var reader = FeatureReader(grammar: .none)
        reader.beginnings = 1 << 4 | 1 << 5
        var learner = TermLearner(classes: EvaluationTask.spam.classes, reader: reader)
        learner.metas = Self.metas
        learner.mostTerms = mostTerms
        learner.leastCount = 3
        learner.penalty = 1e-4
        learner.isForbidden = { curation.forbids($0, in: "spam.tsv") }
        let learned = learner.learn(examples, kind: .spam)
        func spam(_ weights: [Double]) -> [Double] { [weights[1] - weights[0]] }
        var rows = [TableText.row(Meta.base.name, spam(learned.constants))]
        rows += learned.metas.map { TableText.row($0.meta.name, spam($0.weights)) }
        let fixed = curation.fixed["spam.tsv"] ?? []
        rows += TableText.terms(learned.terms.map { ($0.name, spam($0.weights)) }, except: fixed) + fixed
        return TableText.text(
            """
            # What speaks for spam (above 0) and against it, in thousandths of a logit: learned by `make keywords`.
            """,
            "term\tweight",
            rows
        )
    }
}
