/// One reason for a judgement: which term of which table, where in the text, with what weight.
public struct Evidence: Sendable, Hashable, Codable {
    /// What the hit counted for.
    public enum Aspect: String, Sendable, Codable, CaseIterable {
        case language, sentiment, urgency, topic, spam
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
