/// What the keyword model makes of a message, with the evidence for every part of it.
public struct Triage: Sendable, Hashable, Codable {
    /// The language of the text.
    public var language: Language
    /// How the author feels.
    public var sentiment: Sentiment
    /// How quickly somebody must look.
    public var urgency: Urgency
    /// What it is about, sorted.
    public var topics: [String]
    /// Every hit that took part, in the order of the text.
    public var evidence: [Evidence]
    /// Which tables judged: the same text and fingerprint give the same bytes.
    public var fingerprint: String

    /// What the keyword model makes of a message.
    public init(
        language: Language,
        sentiment: Sentiment,
        urgency: Urgency,
        topics: [String] = [],
        evidence: [Evidence] = [],
        fingerprint: String
    ) {
        self.language = language
        self.sentiment = sentiment
        self.urgency = urgency
        self.topics = topics
        self.evidence = evidence
        self.fingerprint = fingerprint
    }
}

/// The languages the tables know.
public enum Language: String, Sendable, Codable, CaseIterable {
    case german = "de"
    case english = "en"
    case other = "other"
}

/// How the author feels, as a number and a word.
public struct Sentiment: Sendable, Hashable, Codable {
    /// The word for the number.
    public enum Label: String, Sendable, Codable, CaseIterable {
        case negative, neutral, positive
    }

    /// −1000 (all negative) … 1000 (all positive), in thousandths: integers keep results the same on every machine.
    public var score: Int
    /// The word for the number.
    public var label: Label

    /// How the author feels.
    public init(score: Int, label: Label) {
        self.score = score
        self.label = label
    }
}

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

/// One reason for a judgement: which term of which table, where in the text, with what weight.
public struct Evidence: Sendable, Hashable, Codable {
    /// What the hit counted for.
    public enum Aspect: String, Sendable, Codable, CaseIterable {
        case language, sentiment, urgency, topic
    }

    /// What the hit counted for.
    public var aspect: Aspect
    /// The row of the table that matched.
    public var term: String
    /// The row's group (`outage`, `praise`) or topic.
    public var group: String?
    /// The table's file and line: `urgency.tsv:41`.
    public var source: String
    /// Where in the text: offset and length in UTF-8 bytes; nil for what is known beside the text.
    public var span: TextSpan?
    /// What it added, in thousandths (sentiment, language) or points (urgency).
    public var weight: Int
    /// What changed the weight: `negated`, `intensified`, `capitals`.
    public var rule: String?

    /// One reason for a judgement.
    public init(
        aspect: Aspect,
        term: String,
        group: String? = nil,
        source: String,
        span: TextSpan? = nil,
        weight: Int,
        rule: String? = nil
    ) {
        self.aspect = aspect
        self.term = term
        self.group = group
        self.source = source
        self.span = span
        self.weight = weight
        self.rule = rule
    }

    enum CodingKeys: String, CodingKey {
        case aspect, term, group, source, span, weight, rule
    }
}

/// A part of a text, in UTF-8 bytes.
public struct TextSpan: Sendable, Hashable, Codable {
    /// Offset of the first byte.
    public var start: Int
    /// Number of bytes.
    public var length: Int

    /// A part of a text.
    public init(start: Int, length: Int) {
        self.start = start
        self.length = length
    }
}

/// Reads messages. The keyword model is the only one that ships; the protocol keeps intake free of tables.
public protocol TriageModel: Sendable {
    /// Which tables judge; changes when any of them does.
    var fingerprint: String { get }

    /// Judges a message. Pure: the same text, context and fingerprint give the same result.
    func read(_ text: String, context: TriageContext) -> Triage
}

/// What is known of a message beside its text.
public struct TriageContext: Sendable, Hashable {
    /// Whether it was written to us alone.
    public var isPrivate: Bool
    /// How many follow the author.
    public var followers: Int?
    /// How many messages of the author are already waiting for an answer in this conversation.
    public var unanswered: Int

    /// What is known of a message beside its text.
    public init(isPrivate: Bool = false, followers: Int? = nil, unanswered: Int = 0) {
        self.isPrivate = isPrivate
        self.followers = followers
        self.unanswered = unanswered
    }
}
