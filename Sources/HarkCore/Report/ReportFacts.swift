/// What a report is made of: what customers said in a stretch of time, and the promises that began in it.
public struct ReportFacts: Sendable, Hashable {
    /// A conversation, as far as reports tell conversations apart.
    public struct Subject: Sendable, Hashable {
        /// The conversation.
        public var conversation: Conversation.ID
        /// Where it takes place.
        public var channel: Channel.ID
        /// Whose it is.
        public var team: String
        /// Who answers; nil when nobody does.
        public var assignee: String?
        /// What it is about.
        public var topics: [String]

        /// A conversation.
        public init(
            conversation: Conversation.ID,
            channel: Channel.ID,
            team: String,
            assignee: String?,
            topics: [String]
        ) {
            self.conversation = conversation
            self.channel = channel
            self.team = team
            self.assignee = assignee
            self.topics = topics
        }
    }

    /// Something a customer said.
    public struct Said: Sendable, Hashable {
        /// The message.
        public var message: Message.ID
        /// When it was said.
        public var at: Instant
        /// Its conversation.
        public var subject: Subject
        /// Its tone; nil where it was not judged.
        public var sentiment: Sentiment.Label?

        /// Something a customer said.
        public init(message: Message.ID, at: Instant, subject: Subject, sentiment: Sentiment.Label?) {
            self.message = message
            self.at = at
            self.subject = subject
            self.sentiment = sentiment
        }
    }

    /// A promise and what became of it.
    public struct Promise: Sendable, Hashable {
        /// The clock.
        public var clock: Clock
        /// Its conversation.
        public var subject: Subject

        /// A promise.
        public init(clock: Clock, subject: Subject) {
            self.clock = clock
            self.subject = subject
        }
    }

    /// A stay of a conversation in a state: whose turn it was.
    public struct Turn: Sendable, Hashable {
        /// The state, and from when to when.
        public var stay: WaitingTime.Stay
        /// The conversation.
        public var subject: Subject

        /// A stay of a conversation in a state.
        public init(stay: WaitingTime.Stay, subject: Subject) {
            self.stay = stay
            self.subject = subject
        }
    }

    /// What customers said, oldest first.
    public var said: [Said]
    /// The promises, oldest first.
    public var promises: [Promise]
    /// The stays of the conversations in which something was said, conversation by conversation, in order; cut to the
    /// stretch of time.
    public var turns: [Turn]
    /// How much customers said in each hour (counted since 1970) of the weeks before, as far as hours of the stretch are held
    /// to them.
    public var hoursBefore: [Int64: Int]

    /// What a report is made of.
    public init(said: [Said], promises: [Promise], turns: [Turn] = [], hoursBefore: [Int64: Int] = [:]) {
        self.said = said
        self.promises = promises
        self.turns = turns
        self.hoursBefore = hoursBefore
    }
}
