/// Calendars, zone data or policies have changed: open deadlines are computed anew. What has ended stays as it was.
extension ServiceLevel {
    /// A deadline that moved.
    public struct Movement: Sendable, Hashable {
        /// The clock as it was.
        public var before: Clock
        /// The clock as it is now.
        public var after: Clock
    }

    /// Holds active clocks to what is promised now and computes their deadlines by the calendars of now. Time that was counted
    /// before the last pause stays counted.
    public func recompute(
        _ conversation: Conversation,
        policy: ServicePolicy?,
        active: [Clock],
        because reason: String,
        at now: Instant
    ) -> ClockChanges {
        var changes = onTeamChange(conversation, policy: { _ in policy }, active: active, at: now)
        for clock in changes.applied(to: active) where clock.state == .running && clock.breachedAt == nil {
            let anew = scheduled(clock, policy: policy ?? self.policy(of: clock))
            guard anew.dueAt != clock.dueAt || anew.wakesAt != clock.wakesAt else { continue }
            var difference = ["because": reason]
            difference["before"] = clock.dueAt?.description
            difference["after"] = anew.dueAt?.description
            if anew.dueAt == clock.dueAt {
                changes.keep(anew)
            } else {
                changes.record(anew, .clockRetargeted, at: now, difference)
            }
        }
        return changes
    }

    /// The deadlines that changes move, each as it was and as it is.
    public static func movements(_ changes: ClockChanges, from active: [Clock]) -> [Movement] {
        changes.clocks.compactMap { after in
            active.first { $0.id == after.id }.flatMap { before in
                before.dueAt == after.dueAt && before.state == after.state
                    ? nil : Movement(before: before, after: after)
            }
        }
    }
}
