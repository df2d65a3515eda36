/// How the author feels, as a number and a word.
public struct Sentiment: Sendable, Hashable, Codable {
    /// The word for the number.
    public enum Label: String, Sendable, Codable, CaseIterable {
        case negative, neutral, positive
    }

    /// −1000 (all negative) … 1000 (all positive), in thousandths: integers keep results the same on every machine.
    public var score: Int
    /// The most probable class.
    public var label: Label
    /// How probable the label is, in thousandths; nil where nothing was measured.
    public var confidence: Int?

    /// Below this probability, in thousandths, nobody should rely on the label.
    public static let unsure = 550

    /// Whether the label is little better than a guess.
    public var isUnsure: Bool { confidence.map { $0 < Self.unsure } ?? false }

    /// How the author feels.
    public init(score: Int, label: Label, confidence: Int? = nil) {
        self.score = score
        self.label = label
        self.confidence = confidence
    }

    /// Of the probabilities of negative, neutral and positive, in thousandths.
    package init(probabilities: ClassWeights) {
        let (label, confidence): (Label, Int) =
            switch probabilities.winner {
            case 0: (.negative, probabilities.first)
            case 1: (.neutral, probabilities.second)
            default: (.positive, probabilities.third)
            }
        self.init(score: probabilities.third - probabilities.first, label: label, confidence: confidence)
    }
}
