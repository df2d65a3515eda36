/// A change to try on open deadlines.
public struct WhatIf: Sendable, Hashable, Codable {
    /// Dates on which the teams would be closed: `2026-12-24`.
    public var holidays: [String]
    /// The teams that would be closed; all of them when empty.
    public var teams: [String]
    /// The text of another `sla.yaml`, in place of the one that holds.
    public var policies: String?

    /// A change to try.
    public init(holidays: [String] = [], teams: [String] = [], policies: String? = nil) {
        self.holidays = holidays
        self.teams = teams
        self.policies = policies
    }
}

/// What a change would do to open deadlines.
public struct WhatIfReport: Sendable, Hashable, Codable {
    /// A deadline that would move.
    public struct Movement: Sendable, Hashable, Codable {
        /// The conversation.
        public var conversation: Conversation.ID
        /// Which promise.
        public var metric: Clock.Metric
        /// When it is due now; nil while it is paused, or where nothing is promised yet.
        public var before: Instant?
        /// When it would be due; nil when it would be paused or no longer promised.
        public var after: Instant?
        /// Whether the promise would end.
        public var isCancelled: Bool
        /// Whether it would be overdue at once.
        public var isBreached: Bool

        private enum CodingKeys: String, CodingKey {
            case conversation
            case metric
            case before
            case after
            case isCancelled = "is_cancelled"
            case isBreached = "is_breached"
        }
    }

    /// Open clocks that were looked at.
    public var clocks: Int
    /// The deadlines that would move, by conversation.
    public var moved: [Movement]
}
