import HarkCore

/// Learns `spam.tsv` from messages labelled spam and ham, and from messages of other kinds that nobody called spam: what is
/// labelled are comments and text messages, in which a link or an address speaks for spam as it does nowhere else.
public struct SpamLearner: Sendable {
    private let curation: Curation

    /// A learner that heeds a curation.
    public init(curation: Curation = .none) { self.curation = curation }

    private static let ordinary = "ordinary"

    private static let metas: [Meta] = [
        .capitals, .capitalWord, .bang, .bangs, .question, .stretched, .link, .mention, .number, .longNumber, .ellipsis,
        .quote, .currency, .short, .long, .veryLong,
    ]

    /// What the messages of other kinds count for, all together, where a labelled source counts for the root of its size.
    private static let ordinaryShare = 20.0
    /// What is added to the verdict, in logits: the shares above say nothing about how much of an inbox is spam.
    private static let leaning = 0.4

    /// The text of the table with at most so many terms.
    public func table(
        _ labelled: [LabelledExample],
        ordinary: [LabelledExample] = [],
        mostTerms: Int = 1000
    ) -> String {
        let ham = ordinary.map { LabelledExample(text: $0.text, label: "ham", source: Self.ordinary) }
        let examples = labelled + ham
        var reader = FeatureReader(grammar: .none)
        reader.beginnings = 1 << 4 | 1 << 5
        var learner = TermLearner(classes: EvaluationTask.spam.classes, reader: reader)
        learner.metas = Self.metas
        learner.mostTerms = mostTerms
        learner.leastCount = 3
        learner.penalty = 1e-3
        learner.isNormalised = false
        learner.share = { example in
            switch example.source {
            case Self.ordinary: Self.ordinaryShare / Double(ham.count).squareRoot()
            case "sms": 2
            default: 1
            }
        }
        learner.isForbidden = { curation.forbids($0, in: "spam.tsv") }
        let learned = learner.learn(examples, kind: .spam)
        func spam(_ weights: [Double]) -> [Double] { [weights[1] - weights[0]] }
        let constant = spam(learned.constants).map { $0 + Self.leaning }
        var rows = [TableText.row(Meta.base.name, constant)]
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
