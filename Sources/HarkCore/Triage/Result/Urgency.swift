/// How quickly somebody must look.
public struct Urgency: Sendable, Hashable, Codable, Comparable {
    /// Four steps, ordered.
    public enum Level: String, Sendable, Codable, CaseIterable, Comparable {
        case low, normal, high, critical

        /// The step's place, low = 0.
        public var rank: Int {
            switch self {
            case .low: 0
            case .normal: 1
            case .high: 2
            case .critical: 3
            }
        }

        /// Orders two values.
        public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

        /// The lowest score of the step.
        public var floor: Int {
            switch self {
            case .low: 0
            case .normal: 25
            case .high: 50
            case .critical: 75
            }
        }
    }

    /// 0 (can wait) … 100 (now).
    public var score: Int

    /// An urgency; scores outside 0…100 are brought inside.
    public init(score: Int) { self.score = min(max(score, 0), 100) }

    /// The step that holds the score.
    public var level: Level {
        Level.allCases.last { score >= $0.floor } ?? .low
    }

    /// Reads what `encode(to:)` wrote; the level follows from the score.
    public init(from decoder: any Decoder) throws {
        self.init(score: try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .score))
    }

    /// Writes score and level.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(score, forKey: .score)
        try container.encode(level, forKey: .level)
    }

    private enum CodingKeys: String, CodingKey {
        case score, level
    }

    /// Orders two values.
    public static func < (left: Urgency, right: Urgency) -> Bool { left.score < right.score }
}
