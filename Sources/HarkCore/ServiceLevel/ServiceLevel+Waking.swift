/// Waking clocks: the steps of the ladder and the breach.
extension ServiceLevel {
    /// Takes every step of the ladder whose point has been reached and records the breach, each once, however late the clock
    /// is woken. Nothing happens to a clock that does not run.
    public func wake(
        _ clock: Clock,
        conversation: Conversation,
        policy: ServicePolicy?,
        at now: Instant
    ) -> (changes: ClockChanges, alerts: [PendingAlert]) {
        guard clock.state == .running, clock.conversation == conversation.id else { return (ClockChanges(), []) }
        var changes = ClockChanges()
        var woken = breaching(clock, by: now, recorded: now, &changes)
        var reached: [Escalation] = []
        while let step = nextStep(of: woken, policy), let point = instant(of: step, for: woken), point <= now {
            woken.escalated += 1
            reached.append(step)
        }
        woken.wakesAt = wakesAt(woken, policy: policy)
        let alerts = reached.enumerated().map { offset, step in
            PendingAlert(clock: woken, level: clock.escalated + offset + 1, step: step)
        }
        changes.clocks = woken == clock ? [] : [woken]
        return (changes, alerts)
    }

    /// The next instant at which a clock must be woken: its next step or its breach; nil when it is paused or all is done.
    func wakesAt(_ clock: Clock, policy: ServicePolicy?) -> Instant? {
        guard clock.state == .running else { return nil }
        let breach = clock.breachedAt == nil ? clock.dueAt : nil
        let step = nextStep(of: clock, policy).flatMap { instant(of: $0, for: clock) }
        return [breach, step].compactMap(\.self).min()
    }

    private func nextStep(of clock: Clock, _ policy: ServicePolicy?) -> Escalation? {
        let own = policy?.escalations ?? []
        let ladder = own.isEmpty ? teams.first { $0.name == clock.team }?.ladder ?? [] : own
        return ladder.indices.contains(clock.escalated) ? ladder[clock.escalated] : nil
    }

    private func instant(of step: Escalation, for clock: Clock) -> Instant? {
        switch step.point {
        case .used(let percent):
            instant(of: clock, using: Span(milliseconds: clock.target.span.milliseconds / 100 * Int64(percent)))
        case .before(let span): instant(of: clock, using: max(clock.target.span - span, .zero))
        case .breached(let after): (clock.breachedAt ?? clock.dueAt).map { $0 + after }
        }
    }
}
