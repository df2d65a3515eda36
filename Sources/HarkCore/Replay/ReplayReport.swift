/// What would be different, counted, with a few examples of each sort.
public struct ReplayReport: Sendable, Hashable, Codable {
    /// One thing that would be different.
    public struct Example: Sendable, Hashable, Codable {
        /// The conversation.
        public var conversation: Int64
        /// What it is today.
        public var before: String
        /// What it would be.
        public var after: String
        /// The first words. Hostile text.
        public var snippet: String

        /// One thing that would be different.
        public init(conversation: Int64, before: String, after: String, snippet: String) {
            self.conversation = conversation
            self.before = before
            self.after = after
            self.snippet = snippet
        }
    }

    /// Changes of one sort.
    public struct Changes: Sendable, Hashable, Codable {
        /// How many there are, by `before → after`.
        public private(set) var counts: [String: Int] = [:]
        /// A few of each.
        public private(set) var examples: [Example] = []

        /// No changes.
        public init() {}

        /// All of them.
        public var total: Int { counts.values.reduce(0, +) }

        /// Notes a change, and keeps the first of each kind as examples.
        mutating func note(_ example: Example) {
            let kind = "\(example.before) → \(example.after)"
            counts[kind, default: 0] += 1
            if counts[kind, default: 0] <= Self.kept { examples.append(example) }
        }

        /// Adds another slice's.
        mutating func add(_ other: Changes) {
            counts.merge(other.counts, uniquingKeysWith: +)
            var seen: [String: Int] = [:]
            examples = (examples + other.examples).sorted { $0.conversation < $1.conversation }.filter { example in
                seen["\(example.before) → \(example.after)", default: 0] += 1
                return seen["\(example.before) → \(example.after)", default: 0] <= Self.kept
            }
        }

        private static let kept = 3
    }

    /// Messages that were judged once more.
    public var messages = 0
    /// Messages whose urgency would be another level.
    public var levels = Changes()
    /// Messages whose tone would be another.
    public var sentiments = Changes()
    /// Conversations that would belong to another team.
    public var teams = Changes()
    /// First responses that would be promised for another time.
    public var deadlines = Changes()
    /// First responses that would be broken, or kept, and were not.
    public var alerts = Changes()

    /// Nothing judged yet.
    public init() {}

    /// Adds another slice's.
    public mutating func add(_ other: ReplayReport) {
        messages += other.messages
        levels.add(other.levels)
        sentiments.add(other.sentiments)
        teams.add(other.teams)
        deadlines.add(other.deadlines)
        alerts.add(other.alerts)
    }
}
