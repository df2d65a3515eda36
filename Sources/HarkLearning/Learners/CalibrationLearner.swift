public import HarkCore

/// Fits twelve numbers for each source that make the base tables' scores honest probabilities there.
public struct CalibrationLearner: Sendable {
    /// Fewer examples than this say less than what all sources say together.
    private static let leastExamples = 60

    private let model: KeywordModel

    /// Calibrates a model.
    public init(_ model: KeywordModel) { self.model = model }

    /// The rows of `calibration.tsv` for each source, for families of sources (`news2015` and `news2016` are both
    /// `news`), and `*` for all others.
    public func learn(_ examples: [LabelledExample]) -> String {
        let scores = examples.map { model.toneScores($0.text) }
        var members: [String: [Int]] = [:]
        for (number, example) in examples.enumerated() {
            for channel in Set(["*", example.source, Self.family(example.source)]) where !channel.isEmpty {
                members[channel, default: []].append(number)
            }
        }
        var text = Self.header
        for (channel, numbers) in members.sorted(by: { $0.key < $1.key })
        where numbers.count >= Self.leastExamples || channel == "*" {
            let correction = Self.fit(numbers.map { scores[$0] }, numbers.map { examples[$0].label })
            text += Self.rows(channel, correction)
        }
        return text
    }

    private static let header = """
        # What the base tables' scores are worth on each channel: made by `hark keywords calibrate`. META_BASE is added;
        # the other rows say, in thousandths, what the score of one class counts for each.
        channel\tterm\tneg\tneu\tpos

        """

    private static func rows(_ channel: String, _ correction: ScoreCorrection) -> String {
        let rows: [(Meta, ClassWeights)] = [
            (.base, correction.base), (.negative, correction.factors[0]), (.neutral, correction.factors[1]),
            (.positive, correction.factors[2]),
        ]
        return rows.map { meta, weights in
            "\(channel)\t\(meta.name)\t" + weights.values.map(String.init).joined(separator: "\t") + "\n"
        }.joined()
    }

    /// Logistic regression on the three scores alone.
    static func fit(_ scores: [ClassWeights], _ labels: [String]) -> ScoreCorrection {
        var rows = SparseRows()
        for score in scores {
            for (place, value) in score.values.enumerated() { rows.add(place, Double(value) / 1000) }
            rows.endExample()
        }
        let classes = EvaluationTask.sentiment.classes
        let regression = SoftmaxRegression(classes: 3, features: 3, penalty: 1e-4)
        let fit = regression.fit(
            rows,
            labels: labels.map { classes.firstIndex(of: $0) ?? 1 },
            importance: Array(repeating: 1, count: scores.count),
            scale: Array(repeating: 1, count: 9)
        )
        func thousandths(_ values: ArraySlice<Double>) -> ClassWeights {
            ClassWeights(values.map { Int(($0 * 1000).rounded()) })
        }
        return ScoreCorrection(
            base: thousandths(fit.constants[...]),
            factors: (0..<3).map { thousandths(fit.weights[$0 * 3..<$0 * 3 + 3]) }
        )
    }

    /// The part of a source's name before its first digit or underscore.
    static func family(_ source: String) -> String {
        String(source.prefix { !$0.isNumber && $0 != "_" })
    }

    /// The channel whose calibration a source shares.
    static func channel(_ source: String, in model: KeywordModel) -> String? {
        [source, family(source)].first(where: model.isCalibrated)
    }
}
