/// One line of `rules.yaml`: a condition and what follows from it.
public struct Rule: Sendable, Hashable {
    /// The rule's name, unique; decisions name it.
    public var name: String
    /// The condition as it was written.
    public var text: String
    /// The condition.
    public var query: Query
    /// The team it routes to; nil leaves the team as it is.
    public var team: String?
    /// Tags it adds.
    public var tags: [String]
    /// Points it adds to the urgency score (may be negative).
    public var urgencyShift: Int
    /// Whether later rules are skipped.
    public var stops: Bool
    /// Where it stands: `rules.yaml:12`.
    public var source: String

    /// One line of `rules.yaml`.
    public init(
        name: String,
        text: String,
        query: Query,
        team: String? = nil,
        tags: [String] = [],
        urgencyShift: Int = 0,
        stops: Bool = true,
        source: String
    ) {
        self.name = name
        self.text = text
        self.query = query
        self.team = team
        self.tags = tags
        self.urgencyShift = urgencyShift
        self.stops = stops
        self.source = source
    }
}
