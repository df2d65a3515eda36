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

    /// People who answer together.
    public init(name: String, members: [Agent], email: [String], calendar: BusinessCalendar) {
        self.name = name
        self.members = members
        self.email = email
        self.calendar = calendar
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

    /// A person of ours.
    public init(name: String, email: String?, isLead: Bool = false) {
        self.name = name
        self.email = email
        self.isLead = isLead
    }
}
