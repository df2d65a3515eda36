/// How a team did in a stretch of time.
public struct ServiceReport: Sendable, Hashable, Codable {
    /// What the figures are told apart by.
    public enum Grouping: String, Sendable, Codable, CaseIterable {
        case channel, team, agent, hour, topic
    }

    /// The figures of one group.
    public struct Figures: Sendable, Hashable, Codable {
        /// The group's name; `all` for everything.
        public var name: String
        /// What customers said.
        public var messages: Int
        /// Conversations that began to need an answer.
        public var needed: Int
        /// Those of them that were answered.
        public var answered: Int
        /// How long the first answer took, in seconds of real time; nil where none was given.
        public var firstResponseMedian: Int64?
        /// The time within which nine of ten first answers were given.
        public var firstResponseP90: Int64?
        /// First answers within five minutes.
        public var within5Minutes: Int
        /// First answers within thirty minutes.
        public var within30Minutes: Int
        /// Promises that ended and were kept.
        public var kept: Int
        /// Promises that were broken.
        public var breached: Int
        /// Messages by tone.
        public var negative: Int
        /// Messages by tone.
        public var neutral: Int
        /// Messages by tone.
        public var positive: Int
        /// How long customers waited for us, by conversation.
        public var requesterWait: Wait
        /// How long it was our turn, by conversation.
        public var agentWork: Wait

        /// The figures of one group.
        public init(
            name: String,
            messages: Int,
            needed: Int,
            answered: Int,
            firstResponseMedian: Int64?,
            firstResponseP90: Int64?,
            within5Minutes: Int,
            within30Minutes: Int,
            kept: Int,
            breached: Int,
            negative: Int,
            neutral: Int,
            positive: Int,
            requesterWait: Wait = Wait(),
            agentWork: Wait = Wait()
        ) {
            self.name = name
            self.messages = messages
            self.needed = needed
            self.answered = answered
            self.firstResponseMedian = firstResponseMedian
            self.firstResponseP90 = firstResponseP90
            self.within5Minutes = within5Minutes
            self.within30Minutes = within30Minutes
            self.kept = kept
            self.breached = breached
            self.negative = negative
            self.neutral = neutral
            self.positive = positive
            self.requesterWait = requesterWait
            self.agentWork = agentWork
        }

        /// The share of conversations that were answered; nil where none needed an answer.
        public var answeredShare: Double? { Self.share(answered, of: needed) }
        /// The share of promises that were kept; nil where none has ended.
        public var keptShare: Double? { Self.share(kept, of: kept + breached) }
        /// The share of messages that are negative; nil where nothing was said.
        public var negativeShare: Double? { Self.share(negative, of: negative + neutral + positive) }
        /// The share of first answers within five minutes.
        public var shareWithin5Minutes: Double? { Self.share(within5Minutes, of: answered) }
        /// The share of first answers within thirty minutes.
        public var shareWithin30Minutes: Double? { Self.share(within30Minutes, of: answered) }

        private static func share(_ part: Int, of whole: Int) -> Double? {
            whole == 0 ? nil : Double(part) / Double(whole)
        }

        private enum CodingKeys: String, CodingKey {
            case name, messages, needed, answered, kept, breached, negative, neutral, positive
            case firstResponseMedian = "first_response_median_seconds"
            case firstResponseP90 = "first_response_p90_seconds"
            case within5Minutes = "within_5_minutes"
            case within30Minutes = "within_30_minutes"
            case requesterWait = "requester_wait"
            case agentWork = "agent_work"
        }
    }

    /// Time that passed in some states, over conversations.
    public struct Wait: Sendable, Hashable, Codable {
        /// All of it, in seconds of real time.
        public var seconds: Int64
        /// That of the conversation in the middle; nil where there is none.
        public var median: Int64?

        /// Time that passed.
        public init(seconds: Int64 = 0, median: Int64? = nil) {
            self.seconds = seconds
            self.median = median
        }

        private enum CodingKeys: String, CodingKey {
            case seconds
            case median = "median_seconds"
        }
    }

    /// One local day.
    public struct Day: Sendable, Hashable, Codable {
        /// The date: `2026-11-22`.
        public var date: String
        /// What customers said.
        public var messages: Int
        /// How much of it is negative.
        public var negative: Int
        /// How much of it is neither.
        public var neutral: Int
        /// How much of it is positive.
        public var positive: Int

        /// One local day.
        public init(
            date: String,
            messages: Int,
            negative: Int,
            neutral: Int = 0,
            positive: Int = 0
        ) {
            self.date = date
            self.messages = messages
            self.negative = negative
            self.neutral = neutral
            self.positive = positive
        }

        /// The share of what was judged that is negative; nil where nothing was judged.
        public var negativeShare: Double? { share(negative) }
        /// The share of what was judged that is positive; nil where nothing was judged.
        public var positiveShare: Double? { share(positive) }

        private func share(_ part: Int) -> Double? {
            let judged = negative + neutral + positive
            return judged == 0 ? nil : Double(part) / Double(judged)
        }
    }

    /// An hour in which far more was said than in the same hour of other weeks.
    public struct Spike: Sendable, Hashable, Codable {
        /// When the hour began.
        public var at: Instant
        /// What was said in it.
        public var messages: Int
        /// The middle of the same hour of the weeks before.
        public var usual: Int

        /// An hour in which far more was said than usual.
        public init(
            at: Instant,
            messages: Int,
            usual: Int
        ) {
            self.at = at
            self.messages = messages
            self.usual = usual
        }
    }

    /// One thing behind a figure.
    public struct Evidence: Sendable, Hashable, Codable {
        /// The conversation.
        public var conversation: Int64
        /// When it happened.
        public var at: Instant
        /// The event in the log, or the message.
        public var what: String
        /// What it adds: seconds, a tone, how a promise ended.
        public var value: String

        /// One thing behind a figure.
        public init(
            conversation: Int64,
            at: Instant,
            what: String,
            value: String
        ) {
            self.conversation = conversation
            self.at = at
            self.what = what
            self.value = value
        }
    }

    /// From when on.
    public var since: Instant
    /// Until when.
    public var until: Instant
    /// The zone of days and hours.
    public var zone: String
    /// What the groups are.
    public var by: Grouping
    /// Everything together.
    public var total: Figures
    /// The groups, the largest first; hours in their order.
    public var groups: [Figures]
    /// Each day, oldest first.
    public var days: [Day]
    /// Messages by weekday (Monday first) and hour.
    public var hours: [[Int]]
    /// Hours in which far more was said than usual, oldest first.
    public var spikes: [Spike]
    /// What stands behind the figure that was asked about, from where the request said on; nil when none was asked about.
    public var evidence: [Evidence]?
    /// How much stands behind that figure in all.
    public var evidenceCount: Int?

    /// How a team did.
    public init(
        since: Instant,
        until: Instant,
        zone: String,
        by: Grouping,
        total: Figures,
        groups: [Figures],
        days: [Day],
        hours: [[Int]],
        spikes: [Spike],
        evidence: [Evidence]? = nil,
        evidenceCount: Int? = nil
    ) {
        self.since = since
        self.until = until
        self.zone = zone
        self.by = by
        self.total = total
        self.groups = groups
        self.days = days
        self.hours = hours
        self.spikes = spikes
        self.evidence = evidence
        self.evidenceCount = evidenceCount
    }

    private enum CodingKeys: String, CodingKey {
        case since, until, zone, by, total, groups, days, hours, spikes, evidence
        case evidenceCount = "evidence_count"
    }
}
