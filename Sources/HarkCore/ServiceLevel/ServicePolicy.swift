/// What we promise for the conversations a condition selects. Ordered; the first that matches applies.
public struct ServicePolicy: Sendable, Hashable {
    /// The policy's name, unique.
    public var name: String
    /// The condition as it was written.
    public var text: String
    /// Which conversations it is for.
    public var query: Query
    /// The targets that exist; an absent one starts no clock.
    public var targets: [TargetKey: Target]
    /// Who is told when, in order.
    public var escalations: [Escalation]
    /// Where it stands: `sla.yaml:5`.
    public var source: String
    /// The states in which a clock stands still.
    public var pauses: [Clock.Metric: Set<Conversation.State>]
    /// What becomes of the resolution when a closed conversation opens again.
    public var reopening: Reopening

    /// What becomes of the resolution when a closed conversation opens again.
    public enum Reopening: String, Sendable, CaseIterable {
        /// The promise begins anew.
        case restart
        /// What was used up before the close stays used up; the time between does not count.
        case continues = "continue"
    }

    /// Where a policy says nothing else: the resolution waits with the customer.
    public static let usualPauses: [Clock.Metric: Set<Conversation.State>] = [.resolution: [.pending, .snoozed]]

    /// Which clock, for which urgency.
    public struct TargetKey: Sendable, Hashable {
        /// Which clock.
        public var metric: Clock.Metric
        /// For which urgency.
        public var level: Urgency.Level

        /// Which clock, for which urgency.
        public init(_ metric: Clock.Metric, _ level: Urgency.Level) {
            self.metric = metric
            self.level = level
        }
    }

    /// How long, by which hours.
    public struct Target: Sendable, Hashable, Codable {
        /// The time allowed; greater than zero.
        public var span: Span
        /// Which hours count.
        public var hours: Hours

        /// How long, by which hours.
        public init(span: Span, hours: Hours) {
            self.span = span
            self.hours = hours
        }
    }

    /// Which hours count.
    public enum Hours: String, Sendable, Codable {
        /// Around the clock.
        case calendar
        /// The team's working hours.
        case business
    }

    /// What we promise.
    public init(
        name: String,
        text: String,
        query: Query,
        targets: [TargetKey: Target],
        escalations: [Escalation],
        source: String,
        pauses: [Clock.Metric: Set<Conversation.State>] = usualPauses,
        reopening: Reopening = .restart
    ) {
        self.name = name
        self.text = text
        self.query = query
        self.targets = targets
        self.escalations = escalations
        self.source = source
        self.pauses = pauses
        self.reopening = reopening
    }
}
