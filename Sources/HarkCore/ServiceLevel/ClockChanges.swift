/// What a decision does to a conversation's clocks: the rows as they are now, and the facts for the log.
public struct ClockChanges: Sendable, Hashable {
    /// Clocks as they are now; those that stayed as they were are not here.
    public var clocks: [Clock]
    /// Facts, in order.
    public var events: [Event]

    /// Changes to clocks.
    public init(clocks: [Clock] = [], events: [Event] = []) {
        self.clocks = clocks
        self.events = events
    }

    /// The active clocks with these changes made: those that are still running or paused.
    public func applied(to active: [Clock]) -> [Clock] {
        let changed = Dictionary(clocks.map { ($0.id, $0) }) { _, last in last }
        let known = Set(active.map(\.id))
        let kept = active.map { changed[$0.id] ?? $0 } + changed.values.filter { !known.contains($0.id) }
        return kept.filter(\.isActive).sorted { $0.id.rawValue < $1.id.rawValue }
    }

    /// Adds a clock whose row changed without anything to tell.
    mutating func keep(_ clock: Clock) {
        clocks.removeAll { $0.id == clock.id }
        clocks.append(clock)
    }

    /// Adds a clock that changed, in place of what was here of it, and the fact that goes with it.
    mutating func record(_ clock: Clock, _ kind: Event.Kind, at instant: Instant, _ more: [String: String] = [:]) {
        clocks.removeAll { $0.id == clock.id }
        clocks.append(clock)
        events.append(
            Event(
                at: instant,
                kind: kind,
                conversation: clock.conversation,
                actor: .hark,
                data: clock.facts.merging(more) { $1 }
            )
        )
    }
}

/// A step of the ladder that was reached: somebody must be told.
public struct PendingAlert: Sendable, Hashable {
    /// The clock it is about, as it is now.
    public var clock: Clock
    /// Which step of the ladder, from 1.
    public var level: Int
    /// The step.
    public var step: Escalation

    /// A step of the ladder that was reached.
    public init(clock: Clock, level: Int, step: Escalation) {
        self.clock = clock
        self.level = level
        self.step = step
    }

    /// Whether the target is used up.
    public var reason: Alert.Reason { step.reason }
    /// Who is told.
    public var recipients: [Escalation.Recipient] { step.recipients }
}

extension Clock {
    /// Whether it has not ended.
    var isActive: Bool {
        switch state {
        case .running, .paused: true
        case .met, .cancelled: false
        }
    }

    /// What every event of the clock says, so that its state can be folded from the log.
    fileprivate var facts: [String: String] {
        var facts = [
            "clock": String(id.rawValue), "metric": metric.rawValue, "policy": policy, "team": team,
            "target_seconds": String(target.span.milliseconds / 1000), "hours": target.hours.rawValue,
            "used_seconds": String(used.milliseconds / 1000),
        ]
        facts["due"] = dueAt?.description
        return facts
    }
}
