/// One reason for a judgement: which term of which table, where in the text, with what weight.
public struct Evidence: Sendable, Hashable, Codable {
    /// What the hit counted for.
    public enum Aspect: String, Sendable, Codable, CaseIterable {
        case language, sentiment, urgency, topic, spam
    }

    /// The row that matched.
    package let origin: Origin
    /// Where in the text: offset and length in UTF-8 bytes; nil for what is known beside the text.
    public var span: TextSpan?
    /// What it added, in thousandths (sentiment, language) or points (urgency).
    public var weight: Int
    /// What changed the weight: `negated`, `intensified`, `capitals`.
    public var rule: String?

    /// What the hit counted for.
    public var aspect: Aspect { origin.aspect }
    /// The row of the table that matched.
    public var term: String { origin.term }
    /// The row's group (`outage`, `praise`) or topic.
    public var group: String? { origin.group }
    /// The table's file and line: `urgency.tsv:41`.
    public var source: String { origin.source }

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
        let origin = Origin(aspect: aspect, term: term, group: group, source: source)
        self.init(origin: origin, span: span, weight: weight, rule: rule)
    }

    /// One reason for a judgement, by a row that others may name too.
    package init(origin: Origin, span: TextSpan?, weight: Int, rule: String?) {
        self.origin = origin
        self.span = span
        self.weight = weight
        self.rule = rule
    }

    enum CodingKeys: String, CodingKey {
        case aspect, term, group, source, span, weight, rule
    }
}

extension Evidence {
    /// What a row of a table says of itself. All evidence by a row shares it: a message has dozens of reasons, and to name
    /// a row must cost nothing.
    package final class Origin: Sendable, Hashable {
        let aspect: Aspect
        let term: String
        let group: String?
        let source: String

        init(aspect: Aspect, term: String, group: String?, source: String) {
            self.aspect = aspect
            self.term = term
            self.group = group
            self.source = source
        }

        package static func == (left: Origin, right: Origin) -> Bool {
            left === right
                || left.aspect == right.aspect && left.term == right.term && left.group == right.group
                    && left.source == right.source
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(aspect)
            hasher.combine(term)
            hasher.combine(group)
            hasher.combine(source)
        }
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
