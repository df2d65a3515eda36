/// What a report is to tell.
public struct ReportRequest: Sendable, Hashable {
    /// A figure whose events can be listed.
    public enum Figure: String, Sendable, Codable, CaseIterable {
        /// What customers said.
        case messages
        /// What needed an answer, and whether it got one.
        case answered
        /// The first answers with their seconds.
        case firstResponse = "first-response"
        /// Promises that ended.
        case promises
        /// Messages with their tone.
        case sentiment
        /// How long customers waited: the stays in which a conversation was open or put aside by us.
        case requesterWait = "requester-wait"
        /// How long it was our turn: the stays in which a conversation was open.
        case agentWork = "agent-work"
    }

    /// How far back it looks.
    public var span: Span
    /// What the figures are told apart by.
    public var by: ServiceReport.Grouping
    /// The figure whose events are listed; nil for none.
    public var explain: Figure?
    /// How many of those events were read before.
    public var skip: Int

    /// What a report is to tell.
    public init(span: Span, by: ServiceReport.Grouping, explain: Figure? = nil, skip: Int = 0) {
        self.span = span
        self.by = by
        self.explain = explain
        self.skip = skip
    }
}
