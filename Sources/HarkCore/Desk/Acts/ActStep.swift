/// What an act changed in one conversation, and how it was before: enough to take it back.
public struct ActStep: Sendable, Hashable, Codable {
    /// The conversation.
    public var conversation: Conversation.ID
    /// Its row before.
    public var before: Row
    /// Its row after.
    public var after: Row
    /// The clocks that the act changed, as they were.
    public var clocks: [Clock]
    /// The clocks that the act started.
    public var started: [Clock.ID]
    /// The reply or note it wrote.
    public var messages: [Message.ID]
    /// What it put into the outbox.
    public var outbox: [OutboxItem.ID]
    /// The messages that a merge took from here.
    public var moved: [Message.ID]
    /// The customer whose being blocked it changed.
    public var contact: Contact.ID?
    /// The message whose mark it changed.
    public var marked: Marked?

    /// A message that was marked, and what the team had said of it before.
    public struct Marked: Sendable, Hashable, Codable {
        /// The message.
        public var message: Message.ID
        /// The team's word before; nil when it had said nothing.
        public var before: Correction?
    }

    /// The fields of a conversation that acts change.
    public struct Row: Sendable, Hashable, Codable {
        /// State and what goes with it, which are taken back together.
        public struct Turn: Sendable, Hashable, Codable {
            /// Who owes the next word.
            public var state: Conversation.State
            /// When a snooze ends.
            public var snoozedUntil: Instant?
            /// When it was closed.
            public var closedAt: Instant?
            /// Since when the customer waits.
            public var waitingSince: Instant?
            /// When somebody of us last answered.
            public var answeredAt: Instant?
            /// When the newest message was said.
            public var lastMessageAt: Instant
        }

        /// State and what goes with it.
        public var turn: Turn
        /// The team.
        public var team: String
        /// The owner.
        public var assignee: String?
        /// Tags, sorted.
        public var tags: [String]
        /// Whether customers' messages are filed without opening it.
        public var isMuted: Bool
        /// The conversation that took over its messages.
        public var mergedInto: Conversation.ID?
        /// How urgent the unanswered messages are.
        public var urgency: Int
        /// What it is about.
        public var topics: [String]
        /// Its tone; nil in steps of an older version.
        public var sentiment: Sentiment.Label?

        /// The fields as they are.
        init(_ conversation: Conversation) {
            turn = Turn(
                state: conversation.state,
                snoozedUntil: conversation.snoozedUntil,
                closedAt: conversation.closedAt,
                waitingSince: conversation.waitingSince,
                answeredAt: conversation.answeredAt,
                lastMessageAt: conversation.lastMessageAt
            )
            team = conversation.team
            assignee = conversation.assignee
            tags = conversation.tags
            isMuted = conversation.isMuted
            mergedInto = conversation.mergedInto
            urgency = conversation.urgency.score
            topics = conversation.topics
            sentiment = conversation.sentiment
        }
    }

    /// The step from one row to the next, by what the filings between them did.
    init(from before: Conversation, to after: Conversation, clocks: [Clock], filing: Filing) {
        conversation = after.id
        self.before = Row(before)
        self.after = Row(after)
        let changed = Set(filing.clocks.map(\.id))
        let known = Set(clocks.map(\.id))
        self.clocks = clocks.filter { changed.contains($0.id) }
        started = changed.subtracting(known).sorted { $0.rawValue < $1.rawValue }
        messages = filing.messages.map(\.id)
        outbox = filing.outbox.map(\.id)
        moved = []
    }
}

extension ActStep {
    /// This step and a later one of the same act on the same conversation, as one.
    public func followed(by later: ActStep) -> ActStep {
        var whole = self
        whole.after = later.after
        let known = Set(clocks.map(\.id) + started)
        whole.clocks += later.clocks.filter { !known.contains($0.id) }
        whole.started += later.started.filter { !known.contains($0) }
        whole.messages += later.messages
        whole.outbox += later.outbox
        whole.moved += later.moved
        whole.contact = contact ?? later.contact
        whole.marked = marked ?? later.marked
        return whole
    }
}
