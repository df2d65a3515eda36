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
    /// What kept it from being read as a message that wants an answer; nil for most.
    public var gate: Gate?
    /// Every hit that took part, in the order of the text.
    public var evidence: EvidenceList
    /// Which tables judged: the same text and fingerprint give the same bytes.
    public var fingerprint: String

    /// What the keyword model makes of a message.
    public init(
        language: Language,
        sentiment: Sentiment,
        urgency: Urgency,
        topics: [String] = [],
        gate: Gate? = nil,
        evidence: EvidenceList = [],
        fingerprint: String
    ) {
        self.language = language
        self.sentiment = sentiment
        self.urgency = urgency
        self.topics = topics
        self.gate = gate
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

/// What stands before the judgement: messages that want no answer from people.
public enum Gate: String, Sendable, Codable, CaseIterable {
    /// Advertising, swindles, begging for followers.
    case spam
}
