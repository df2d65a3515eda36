extension Query {
    /// Whether a conversation matches at an instant.
    ///
    /// A test of something the conversation lacks (a deadline, an assignee) fails; its negation holds.
    public func matches(_ subject: QuerySubject, at now: Instant) -> Bool {
        switch self {
        case .all: true
        case .term(let term): term.matches(subject, at: now)
        case .and(let parts): parts.allSatisfy { $0.matches(subject, at: now) }
        case .or(let parts): parts.contains { $0.matches(subject, at: now) }
        case .not(let part): !part.matches(subject, at: now)
        }
    }

    /// Whether `from:value` means this customer: the value is the account's id, an alias, its handle or the listed author,
    /// or its words stand one after the other in the name.
    public static func isFrom(_ value: String, author: Author?, listed: String) -> Bool {
        let key = Query.key(value)
        let accounts = [author?.id, author?.handle].compactMap(\.self) + (author?.aliases ?? []) + [listed]
        if accounts.contains(where: { Query.key($0).utf8.elementsEqual(key.utf8) }) { return true }
        guard let name = author?.name else { return false }
        return FoldedText(name).contains(words: TextFolding.words(in: key), prefix: false)
    }
}

extension Query.Term {
    func matches(_ subject: QuerySubject, at now: Instant) -> Bool {
        let conversation = subject.conversation
        switch self {
        case .flag(.attachment): return subject.hasAttachment
        case .flag(let flag): return flag.holds(for: conversation, at: now)
        case .equals(.from, let value):
            return Query.isFrom(value, author: subject.author, listed: conversation.author)
        case .present(.from): return subject.author != nil || !conversation.author.isEmpty
        case .equals(let field, let value):
            let key = Query.key(value)
            return field.values(of: conversation).contains { Query.key($0).utf8.elementsEqual(key.utf8) }
        case .present(let field): return field.values(of: conversation).contains { !$0.isEmpty }
        case .urgency(let comparison, let level): return comparison.holds(conversation.urgency.level, level)
        case .urgencyScore(let comparison, let score): return comparison.holds(conversation.urgency.score, score)
        case .sentiment(let comparison, let score): return comparison.holds(conversation.sentiment.sign, score)
        case .followers(let comparison, let count):
            return subject.author?.followers.map { comparison.holds(Int64($0), count) } ?? false
        case .id(let number): return conversation.id.rawValue == number
        case .time(let field, let comparison, let bound):
            return field.instant(of: conversation).map { bound.holds($0, comparison, field, at: now) } ?? false
        case .text(let words, let prefix):
            return subject.folded.contains { $0.contains(words: words, prefix: prefix) }
        }
    }
}

extension Query.Flag {
    fileprivate func holds(for conversation: Conversation, at now: Instant) -> Bool {
        switch self {
        case .open: conversation.state == .open
        case .pending: conversation.state == .pending
        case .snoozed: conversation.state == .snoozed
        case .closed: conversation.state == .closed
        case .unassigned: conversation.assignee == nil
        case .assigned: conversation.assignee != nil
        case .breached: conversation.dueAt.map { $0 <= now } ?? false
        case .waiting: conversation.waitingSince != nil
        case .private: conversation.isPrivate
        case .public: !conversation.isPrivate
        case .unread: conversation.isUnread
        case .answered: conversation.answeredAt != nil
        case .muted: conversation.isMuted
        case .attachment: false
        }
    }

    /// Whether it is one of the four states, of which a conversation has exactly one.
    var isState: Bool { [.open, .pending, .snoozed, .closed].contains(self) }
}

extension Sentiment.Label {
    /// -1, 0 or 1.
    public var sign: Int {
        switch self {
        case .negative: -1
        case .neutral: 0
        case .positive: 1
        }
    }
}

extension Query.Field {
    /// The conversation's values; the author is the subject's own affair.
    fileprivate func values(of conversation: Conversation) -> [String] {
        switch self {
        case .channel, .to: [conversation.channel.rawValue]
        case .network: [conversation.network.rawValue]
        case .team: [conversation.team]
        case .assignee: conversation.assignee.map { [$0] } ?? []
        case .tag: conversation.tags
        case .topic: conversation.topics
        case .from: [conversation.author]
        case .kind: [conversation.kind.rawValue]
        case .language: [conversation.language.rawValue]
        case .sentiment: [conversation.sentiment.rawValue]
        }
    }
}

extension Query.TimeField {
    fileprivate func instant(of conversation: Conversation) -> Instant? {
        switch self {
        case .created: conversation.createdAt
        case .updated: conversation.lastMessageAt
        case .waiting: conversation.waitingSince
        case .due: conversation.dueAt
        }
    }
}

extension Query.TimeBound {
    fileprivate func holds(
        _ value: Instant,
        _ comparison: Query.Comparison,
        _ field: Query.TimeField,
        at now: Instant
    ) -> Bool {
        switch (self, field) {
        case (.instant(let bound), _): comparison.holds(value, bound)
        case (.relative(let date), _): comparison.holds(value, date.start(at: now))
        case (.span(let span), .due): comparison.holds(value, now + span)
        case (.span(let span), .created), (.span(let span), .updated), (.span(let span), .waiting):
            comparison.holds(now - value, span)
        }
    }
}

extension Query.Comparison {
    /// Whether two values relate so.
    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .less: left < right
        case .atMost: left <= right
        case .equal: left == right
        case .atLeast: left >= right
        case .greater: left > right
        }
    }
}
