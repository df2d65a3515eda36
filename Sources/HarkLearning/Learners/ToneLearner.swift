public import HarkCore

/// Learns tables of tone from labelled messages: a base table, or a pack on top of one. A pure function of its
/// arguments; the result is the text of the table.
public struct ToneLearner: Sendable {
    private let language: Language
    private let table: String
    private let curation: Curation
    private let hints: TermHints
    private let grammar: KeywordTable?

    /// A learner for one language. `grammar` tells the roles of small words, `hints` what lexicons know.
    public init(
        _ language: Language,
        grammar: KeywordTable?,
        hints: TermHints = TermHints(),
        curation: Curation = .none
    ) {
        self.language = language
        self.grammar = grammar
        self.curation = curation
        self.hints = hints
        table = "base_\(language.rawValue).tsv"
    }

    /// The looks that say something about tone.
    private static let metas: [Meta] = [
        .capitals, .capitalWord, .bang, .bangs, .question, .questions, .stretched, .link, .mention, .addressed,
        .mentions,
        .hashtag, .hashtags, .number, .ellipsis, .quote, .currency, .short, .long, .veryLong,
    ]

    private func learner(_ mostTerms: Int, table: String) -> TermLearner {
        var reader = FeatureReader(grammar: GrammarWords(grammar, language))
        reader.beginnings = language == .german ? 1 << 5 | 1 << 7 : 1 << 5
        var learner = TermLearner(classes: EvaluationTask.sentiment.classes, reader: reader)
        learner.mostTerms = mostTerms
        learner.hints = hints
        learner.leavesOutNames = language == .english
        learner.isForbidden = { curation.forbids($0, in: table) || Self.holdsNumber($0) }
        return learner
    }

    /// What was found best on messages left out of the learning.
    private func settle(_ learner: inout TermLearner) {
        if language == .german {
            // Few messages: weights that fit them closely would be too sure of themselves after `calibrate`.
            learner.penalty = 6e-4
            learner.leastCount = 3
            learner.labelBalance = 0.6
        } else {
            learner.penalty = 2e-5
            learner.sourceBalance = 0.4
            learner.labelBalance = 0.8
        }
    }

    /// Numbers are dates and prices of the messages that were learned from.
    private static func holdsNumber(_ term: String) -> Bool {
        term.split(separator: " ").contains { $0.first?.isNumber ?? false }
    }

    /// The text of a base table with at most so many terms.
    public func baseTable(_ examples: [LabelledExample], mostTerms: Int = 3000) -> String {
        let fixed = curation.fixed[table] ?? []
        var learner = learner(mostTerms - Self.metas.count - 1 - fixed.count, table: table)
        learner.metas = Self.metas
        settle(&learner)
        learner.search.steps = 300
        learner.search.tolerance = 1e-8
        let learned = learner.learn(examples, kind: .sentiment(language))
        var rows = [TableText.row(Meta.base.name, learned.constants)]
        rows += learned.metas.map { TableText.row($0.meta.name, $0.weights) }
        rows += TableText.terms(learned.terms, except: fixed) + fixed
        return TableText.text(
            """
            # How words feel, in thousandths of a logit for negative, neutral and positive: learned by `make keywords`.
            # A team's own word belongs into overrides.tsv, what the learner must not take into curation.tsv.
            """,
            "term\tneg\tneu\tpos",
            rows
        )
    }

    /// The text of a pack: what words mean in one trade, on top of what a model without it says.
    public func pack(_ examples: [LabelledExample], over model: KeywordModel, mostTerms: Int = 3000) -> String {
        var learner = learner(mostTerms - 4, table: "packs")
        learner.knownScores = examples.map { model.toneScores($0.text).values.map { Double($0) / 1000 } }
        learner.penalty = 1e-4
        learner.leastCount = 2
        let learned = learner.learn(examples, kind: .pack)
        var rows = [TableText.row(Meta.base.name, learned.constants)]
        for (meta, weights) in zip([Meta.negative, .neutral, .positive], learned.factors) {
            rows.append(TableText.row(meta.name, weights))
        }
        rows += TableText.terms(learned.terms, except: [])
        return TableText.text(
            """
            # What words mean in one trade: made by `hark keywords learn --pack`. META_BASE is added; META_NEGATIVE,
            # META_NEUTRAL and META_POSITIVE say, in thousandths, what the base tables' scores are worth here.
            """,
            "term\tneg\tneu\tpos",
            rows
        )
    }
}
