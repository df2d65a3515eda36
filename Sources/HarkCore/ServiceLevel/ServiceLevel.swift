/// Decides what happens to clocks. Pure: the same values and instants give the same changes.
///
/// A response clock starts when the customer speaks and stops only at a public reply. The resolution clock runs while we owe
/// the next word, pauses while the conversation is pending or snoozed, and is met at the close.
public struct ServiceLevel: Sendable, Hashable {
    /// The policies, in order.
    public let policies: [ServicePolicy]
    /// The teams whose hours count.
    public let teams: [Team]

    /// The promises of a configuration.
    public init(policies: [ServicePolicy], teams: [Team]) {
        self.policies = policies
        self.teams = teams
    }

    /// The first policy whose condition holds; nil when nothing is promised.
    public func policy(for subject: QuerySubject, at now: Instant) -> ServicePolicy? {
        policies.first { $0.query.matches(subject, at: now) }
    }

    /// The earliest deadline of the clocks that run; one that has passed stays until its clock ends.
    ///
    /// A reply window that has closed is nobody's deadline any more.
    public static func dueAt(of clocks: [Clock]) -> Instant? {
        clocks.filter { $0.state == .running && ($0.metric != .replyWindow || $0.breachedAt == nil) }
            .compactMap(\.dueAt).min()
    }

    /// Whether a clock stands still while its conversation is in a state.
    func pauses(_ clock: Clock, in state: Conversation.State) -> Bool {
        let states = (policy(of: clock)?.pauses ?? ServicePolicy.usualPauses)[clock.metric]
        return states?.contains(state) ?? false
    }

    /// Whether any policy promises updates, which begin with a reply.
    var promisesUpdates: Bool { policies.contains { $0.targets.keys.contains { $0.metric == .periodicUpdate } } }

    /// The policy that promised a clock, as it is configured now.
    func policy(of clock: Clock) -> ServicePolicy? { policies.first { $0.name == clock.policy } }

    // MARK: Counting

    /// The counted time a clock has used up at an instant.
    public func used(by clock: Clock, at now: Instant) -> Span {
        guard let since = clock.runningSince else { return clock.used }
        guard let calendar = calendar(of: clock) else { return clock.used + max(now - since, .zero) }
        return clock.used + calendar.openTime(from: since, to: now)
    }

    /// When a running clock has used up a span; nil when its team never works that long.
    func instant(of clock: Clock, using span: Span) -> Instant? {
        guard let since = clock.runningSince else { return nil }
        let left = max(span - clock.used, .zero)
        return calendar(of: clock).map { $0.instant(after: left, from: since) } ?? since + left
    }

    /// The hours that count for a clock; nil for all of them.
    private func calendar(of clock: Clock) -> BusinessCalendar? {
        switch clock.target.hours {
        case .calendar: nil
        case .business: teams.first { $0.name == clock.team }?.calendar
        }
    }

    /// The clock with its deadline and its next waking computed anew.
    func scheduled(_ clock: Clock, policy: ServicePolicy?) -> Clock {
        var clock = clock
        // A promise that was broken before stays broken at that instant.
        clock.dueAt = instant(of: clock, using: clock.target.span)
        if let breached = clock.breachedAt, let due = clock.dueAt, clock.used >= clock.target.span {
            clock.dueAt = min(breached, due)
        }
        clock.wakesAt = wakesAt(clock, policy: policy)
        return clock
    }
}
