/// What packs and calibrations make of the base tables' three scores: twelve numbers each.
struct ScoreCorrections: Sendable {
    /// In the order of the packs.
    let packs: [ScoreCorrection]
    /// By channel; `*` holds for every other channel.
    private let channels: [String: ScoreCorrection]

    init(packs: [[KeywordRow]], calibrations: [KeywordRow]) {
        self.packs = packs.map(ScoreCorrection.init)
        channels = Dictionary(grouping: calibrations) { $0.group ?? "*" }.mapValues(ScoreCorrection.init)
    }

    /// Whether a channel has a calibration of its own.
    func isCalibrated(_ channel: String) -> Bool { channels[channel] != nil }

    /// The calibration of a channel, else the one for all.
    func calibration(for channel: String?) -> ScoreCorrection? {
        if channels.isEmpty { return nil }
        return channel.flatMap { channels[$0] } ?? channels["*"]
    }
}

/// An affine map of three scores: a matrix and a constant, in thousandths.
package struct ScoreCorrection: Sendable, Hashable {
    /// What is added.
    package var base: ClassWeights
    /// What each of the scores is worth for the three.
    package var factors: [ClassWeights]

    /// Leaves every score as it is.
    package static let identity = ScoreCorrection(
        base: .zero,
        factors: [.init(1000, 0, 0), .init(0, 1000, 0), .init(0, 0, 1000)]
    )

    package init(base: ClassWeights, factors: [ClassWeights]) {
        self.base = base
        self.factors = factors
    }

    /// Of the `META_BASE`, `META_NEGATIVE`, `META_NEUTRAL` and `META_POSITIVE` rows; what is missing changes nothing.
    init(_ rows: [KeywordRow]) {
        self = .identity
        for row in rows {
            switch row.meta {
            case .base: base = row.weights
            case .negative: factors[0] = row.weights
            case .neutral: factors[1] = row.weights
            case .positive: factors[2] = row.weights
            default: break
            }
        }
    }

    /// The corrected scores.
    package func callAsFunction(_ score: ClassWeights) -> ClassWeights {
        base + factors[0].scaled(score.first) + factors[1].scaled(score.second) + factors[2].scaled(score.third)
    }
}
