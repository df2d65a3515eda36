/// The single steps a clock can take. Each first records a breach that nobody has noticed yet: an answer that comes late is
/// late even when the timekeeper slept.
extension ServiceLevel {
    func pause(_ clock: Clock, at instant: Instant, _ changes: inout ClockChanges) {
        var clock = breaching(clock, by: instant, recorded: instant, &changes)
        clock.used = used(by: clock, at: instant)
        clock.state = .paused
        clock.runningSince = nil
        clock.dueAt = nil
        clock.wakesAt = nil
        changes.record(clock, .clockPaused, at: instant)
    }

    func resume(_ clock: Clock, at instant: Instant, _ changes: inout ClockChanges) {
        var clock = clock
        clock.state = .running
        clock.runningSince = instant
        changes.record(scheduled(clock, policy: policy(of: clock)), .clockResumed, at: instant)
    }

    func end(_ clock: Clock, _ state: Clock.State, at instant: Instant, _ changes: inout ClockChanges) {
        var clock = breaching(clock, by: instant, recorded: instant, &changes)
        clock.used = used(by: clock, at: instant)
        clock.state = state
        clock.runningSince = nil
        clock.wakesAt = nil
        clock.endedAt = instant
        changes.record(clock, state == .met ? .clockMet : .clockCancelled, at: instant)
    }

    /// Holds a clock to another target. Time used so far stays used, counted by the hours it was used in.
    func retarget(
        _ clock: Clock,
        to target: ServicePolicy.Target,
        _ policy: ServicePolicy?,
        team: String,
        at now: Instant,
        _ changes: inout ClockChanges
    ) {
        var clock = breaching(clock, by: now, recorded: now, &changes)
        var difference: [String: String] = [:]
        difference["before"] = clock.dueAt?.description
        if clock.state == .running, clock.team != team || clock.target.hours != target.hours {
            clock.used = used(by: clock, at: now)
            clock.runningSince = now
        }
        clock.target = target
        clock.policy = policy?.name ?? ""
        clock.team = team
        if clock.state == .running { clock = scheduled(clock, policy: policy) }
        difference["after"] = clock.dueAt?.description
        changes.record(clock, .clockRetargeted, at: now, difference)
    }

    /// The clock with its breach recorded, if its deadline has come.
    func breaching(
        _ clock: Clock,
        by instant: Instant,
        recorded now: Instant,
        _ changes: inout ClockChanges
    ) -> Clock {
        guard clock.state == .running, clock.breachedAt == nil, let due = clock.dueAt, due <= instant else {
            return clock
        }
        var clock = clock
        clock.breachedAt = due
        changes.record(clock, .clockBreached, at: due, ["recorded": now.description])
        return clock
    }
}
