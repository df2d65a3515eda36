/// The ordered rules and the team for what no rule claims.
public struct Routing: Sendable, Hashable {
    /// Rules in the order of the file.
    public var rules: [Rule]
    /// The team for what no rule claims.
    public var defaultTeam: String

    /// The ordered rules and the team for what no rule claims.
    public init(rules: [Rule], defaultTeam: String) {
        self.rules = rules
        self.defaultTeam = defaultTeam
    }

    /// Runs the rules over a conversation with its new message. Pure; later rules see what earlier ones changed.
    public func decide(_ subject: QuerySubject, at now: Instant) -> RoutingDecision {
        var subject = subject
        var decision = RoutingDecision(team: nil, tags: [], urgencyShift: 0, matches: [])
        for rule in rules where rule.query.matches(subject, at: now) {
            decision.matches.append(
                .init(
                    rule: rule.name,
                    condition: rule.text,
                    source: rule.source,
                    outcome: rule.outcome
                )
            )
            decision.team = rule.team ?? decision.team
            decision.tags += rule.tags.filter { !decision.tags.contains($0) }
            decision.urgencyShift += rule.urgencyShift
            subject.conversation.team = rule.team ?? subject.conversation.team
            subject.conversation.tags = Set(subject.conversation.tags + rule.tags).sorted()
            subject.conversation.urgency = Urgency(score: subject.conversation.urgency.score + rule.urgencyShift)
            if rule.stops { break }
        }
        return decision
    }
}

/// What the rules decided, and why.
public struct RoutingDecision: Sendable, Hashable, Codable {
    /// The team a rule named; nil when none did.
    public var team: String?
    /// Tags to add.
    public var tags: [String]
    /// Points to add to the urgency.
    public var urgencyShift: Int
    /// The rules that matched, in order.
    public var matches: [Match]

    /// A rule that matched.
    public struct Match: Sendable, Hashable, Codable {
        /// The rule's name.
        public var rule: String
        /// Its condition as written.
        public var condition: String
        /// Where it stands.
        public var source: String
        /// What it did, in words.
        public var outcome: String

        /// A rule that matched.
        public init(rule: String, condition: String, source: String, outcome: String) {
            self.rule = rule
            self.condition = condition
            self.source = source
            self.outcome = outcome
        }
    }

    /// What the rules decided.
    public init(team: String?, tags: [String], urgencyShift: Int, matches: [Match]) {
        self.team = team
        self.tags = tags
        self.urgencyShift = urgencyShift
        self.matches = matches
    }

    private enum CodingKeys: String, CodingKey {
        case team
        case tags
        case urgencyShift = "urgency_shift"
        case matches
    }
}

extension Rule {
    /// What the rule does, in words: `team support, tag outage, urgency +20`.
    public var outcome: String {
        var parts: [String] = []
        if let team { parts.append("team \(team)") }
        parts += tags.map { "tag \($0)" }
        if urgencyShift != 0 { parts.append("urgency \(urgencyShift > 0 ? "+" : "")\(urgencyShift)") }
        return (parts.isEmpty ? "nothing" : parts.joined(separator: ", ")) + (stops ? "; stop" : "; go on")
    }
}
