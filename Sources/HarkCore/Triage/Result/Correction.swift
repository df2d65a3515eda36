/// The team's word on a message, where the model judged it otherwise. Kept for learning.
public struct Correction: Sendable, Hashable, Codable {
    /// What the team says it is; nil where it says nothing.
    public struct Verdict: Sendable, Hashable, Codable {
        /// How urgent it is.
        public var urgency: Urgency.Level?
        /// Its tone.
        public var sentiment: Sentiment.Label?
        /// What it is about; empty for nothing in particular.
        public var topics: [String]?

        /// A verdict.
        public init(urgency: Urgency.Level? = nil, sentiment: Sentiment.Label? = nil, topics: [String]? = nil) {
            self.urgency = urgency
            self.sentiment = sentiment
            self.topics = topics
        }

        /// This verdict on top of an earlier one, which stays where this one says nothing.
        public func over(_ earlier: Verdict?) -> Verdict {
            Verdict(
                urgency: urgency ?? earlier?.urgency,
                sentiment: sentiment ?? earlier?.sentiment,
                topics: topics ?? earlier?.topics
            )
        }

        /// The verdict in words, as the command line takes it: `urgency=high topic=delivery`.
        public var summary: String {
            var words: [String] = []
            if let urgency { words.append("urgency=\(urgency.rawValue)") }
            if let sentiment { words.append("sentiment=\(sentiment.rawValue)") }
            if let topics { words += topics.isEmpty ? ["topic="] : topics.map { "topic=\($0)" } }
            return words.joined(separator: " ")
        }
    }

    /// The message it is about.
    public var message: Message.ID
    /// What the team says.
    public var verdict: Verdict
    /// Who said it last.
    public var by: String
    /// When.
    public var at: Instant

    /// The team's word on a message.
    public init(message: Message.ID, verdict: Verdict, by: String, at: Instant) {
        self.message = message
        self.verdict = verdict
        self.by = by
        self.at = at
    }
}
