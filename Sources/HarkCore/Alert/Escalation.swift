/// One step of a ladder: when a clock reaches the point, these people get a mail.
public struct Escalation: Sendable, Hashable {
    /// When the step is reached.
    public enum Point: Sendable, Hashable {
        /// A share of the target used up, in percent (1…99).
        case used(percent: Int)
        /// A span of counted time before the target is used up.
        case before(Span)
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
        /// An agent, by name.
        case agent(String)
        /// Another team's addresses.
        case otherTeam(String)
        /// This address.
        case address(String)
    }

    /// What shows that somebody has taken care, so that the step need not be told (again).
    public enum Stop: String, Sendable, Hashable, CaseIterable, Codable {
        case reply, reassignment, acknowledgement
    }

    /// When the step is reached.
    public var point: Point
    /// Who is told.
    public var recipients: [Recipient]
    /// How often it is told again while nobody takes care; nil: a breach by the general interval, a warning never.
    public var repeats: Span?
    /// What stops it. The end of the clock always does.
    public var stoppedBy: Set<Stop>

    /// One step of a ladder.
    public init(
        point: Point,
        recipients: [Recipient],
        repeats: Span? = nil,
        stoppedBy: Set<Stop> = Set(Stop.allCases)
    ) {
        self.point = point
        self.recipients = recipients
        self.repeats = repeats
        self.stoppedBy = stoppedBy
    }

    /// Whether the target is used up when the step is reached.
    var reason: Alert.Reason {
        switch point {
        case .used, .before: .warning
        case .breached: .breach
        }
    }
}
