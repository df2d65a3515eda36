/// People who answer together, with their hours.
public struct Team: Sendable, Hashable {
    /// The team's name, unique.
    public var name: String
    /// The agents in it.
    public var members: [Agent]
    /// Where the team's alerts go; empty for the members' own addresses.
    public var email: [String]
    /// When the team works.
    public var calendar: BusinessCalendar
    /// The language of the team's alerts; nil for the mail server's.
    public var language: Language?
    /// When only critical alerts are mailed; nil for never.
    public var quietHours: BusinessCalendar?
    /// Who is told when, for clocks whose policy does not say.
    public var ladder: [Escalation]
    /// How waiting conversations find an agent; nil when people choose for themselves.
    public var assignment: Assignment?

    /// People who answer together.
    public init(
        name: String,
        members: [Agent],
        email: [String],
        calendar: BusinessCalendar,
        language: Language? = nil,
        quietHours: BusinessCalendar? = nil,
        ladder: [Escalation] = [],
        assignment: Assignment? = nil
    ) {
        self.name = name
        self.members = members
        self.email = email
        self.calendar = calendar
        self.language = language
        self.quietHours = quietHours
        self.ladder = ladder
        self.assignment = assignment
    }
}

/// A person of ours.
public struct Agent: Sendable, Hashable {
    /// The short name that `@name` means.
    public var name: String
    /// Where alerts for the agent go.
    public var email: String?
    /// Whether the agent answers for the team's SLA.
    public var isLead: Bool
    /// How many conversations in play the agent takes; nil for as many as the team says.
    public var capacity: Int?
    /// The languages the agent answers in; empty for all.
    public var languages: Set<Language>
    /// When the agent works, where that differs from the team.
    public var calendar: BusinessCalendar?

    /// A person of ours.
    public init(
        name: String,
        email: String?,
        isLead: Bool = false,
        capacity: Int? = nil,
        languages: Set<Language> = [],
        calendar: BusinessCalendar? = nil
    ) {
        self.name = name
        self.email = email
        self.isLead = isLead
        self.capacity = capacity
        self.languages = languages
        self.calendar = calendar
    }
}
