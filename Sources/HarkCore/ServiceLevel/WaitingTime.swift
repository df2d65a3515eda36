/// How long a customer waited, or how long it was our turn: the periods in which a conversation was in some states. A figure
/// for reports that nobody promised.
public struct WaitingTime: Sendable, Hashable, Codable {
    /// Which states count.
    public enum Measure: String, Sendable, Codable, CaseIterable {
        /// Open, or put aside by us: the customer waits.
        case requesterWait = "requester_wait"
        /// Open: the next word or deed is ours.
        case agentWork = "agent_work"

        var states: Set<Conversation.State> {
            switch self {
            case .requesterWait: [.open, .snoozed]
            case .agentWork: [.open]
            }
        }
    }

    /// One stay in a state.
    public struct Stay: Sendable, Hashable, Codable {
        /// The state.
        public var state: Conversation.State
        /// When it began.
        public var from: Instant
        /// When it ended, or now.
        public var until: Instant
        /// The event in the log that ended it; nil for one that lasts.
        public var event: Int64?

        /// The whole seconds of it.
        public var seconds: Int64 { (until - from).milliseconds / 1000 }

        /// The part of it within a stretch of time; nil where there is none.
        public func within(_ since: Instant, _ end: Instant) -> Stay? {
            var part = self
            part.from = max(from, since)
            part.until = min(until, end)
            return part.from < part.until ? part : nil
        }
    }

    /// Which states count.
    public var measure: Measure
    /// The time in them, around the clock.
    public var seconds: Int64
    /// The part of it within the team's working hours.
    public var businessSeconds: Int64
    /// Where it comes from, in order.
    public var stays: [Stay]

    private enum CodingKeys: String, CodingKey {
        case measure
        case seconds
        case businessSeconds = "business_seconds"
        case stays
    }

    /// Both measures of a conversation, from its events, oldest first.
    public static func all(
        of conversation: Conversation,
        events: [Event],
        calendar: BusinessCalendar,
        at now: Instant
    ) -> [WaitingTime] {
        let stays = stays(from: conversation.createdAt, last: conversation.state, events: events, at: now)
        return Measure.allCases.map { measure in
            let counted = stays.filter { measure.states.contains($0.state) }
            return WaitingTime(
                measure: measure,
                seconds: counted.reduce(0) { $0 + ($1.until - $1.from).milliseconds } / 1000,
                businessSeconds: counted.reduce(0) { sum, stay in
                    sum + calendar.openTime(from: stay.from, to: stay.until).milliseconds
                } / 1000,
                stays: counted
            )
        }
    }

    /// The stays of a conversation since it began, told by its events; `last` is the state it is in now.
    public static func stays(
        from createdAt: Instant,
        last: Conversation.State,
        events: [Event],
        at now: Instant
    ) -> [Stay] {
        let changes = events.filter { $0.kind == .conversationState }
        var state = changes.first?.data["before"].flatMap(Conversation.State.init) ?? last
        var from = createdAt
        var stays: [Stay] = []
        for change in changes {
            let until = max(change.at, from)
            stays.append(Stay(state: state, from: from, until: until, event: change.id?.rawValue))
            state = change.data["after"].flatMap(Conversation.State.init) ?? state
            from = until
        }
        if now > from { stays.append(Stay(state: state, from: from, until: now)) }
        return stays.filter { $0.from < $0.until }
    }
}
