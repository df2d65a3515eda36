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
        source: String
    ) {
        self.name = name
        self.text = text
        self.query = query
        self.targets = targets
        self.escalations = escalations
        self.source = source
    }
}

/// One step of the ladder: when a clock reaches the point, these people get a mail.
public struct Escalation: Sendable, Hashable {
    /// When the step is reached.
    public enum Point: Sendable, Hashable {
        /// A share of the target used up, in percent (1…99).
        case used(percent: Int)
        /// At the breach, or a span of real time after it.
        case breached(after: Span)
    }

    /// Who is told.
    public enum Recipient: Sendable, Hashable {
        /// The conversation's assignee; the whole team when there is none.
        case assignee
        /// The team's addresses.
        case team
        /// The leads among the team's members.
        case leads
        /// This address.
        case address(String)
    }

    /// When the step is reached.
    public var point: Point
    /// Who is told.
    public var recipients: [Recipient]

    /// One step of the ladder.
    public init(point: Point, recipients: [Recipient]) {
        self.point = point
        self.recipients = recipients
    }
}
