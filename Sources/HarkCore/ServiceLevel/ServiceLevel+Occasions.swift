/// What happens in a conversation, and what it does to the clocks. Clocks that have ended may be among those given; they stay
/// as they are.
extension ServiceLevel {
    /// The customer spoke: the response clock starts, unless one runs already; the resolution clock starts or goes on; running
    /// clocks are held to what is promised now.
    ///
    /// Where the policy promises no first response, the next response counts from the start. A paused clock goes on from `now`,
    /// not from `spokenAt`, which may lie before the pause.
    public func onCustomerMessage(
        _ conversation: Conversation,
        policy: ServicePolicy?,
        active: [Clock],
        hadFirstResponse: Bool,
        spokenAt: Instant,
        now: Instant,
        reserve: () throws -> Clock.ID
    ) rethrows -> ClockChanges {
        var changes = onTeamChange(conversation, policy: { _ in policy }, active: active, at: now)
        for clock in changes.applied(to: active) where clock.metric == .resolution && clock.state == .paused {
            resume(clock, at: now, &changes)
        }
        let running = Set(changes.applied(to: active).map(\.metric))
        var wanted: [Clock.Metric] = []
        if running.isDisjoint(with: [.firstResponse, .nextResponse]) {
            let isFirst = !hadFirstResponse && target(.firstResponse, conversation, policy) != nil
            wanted.append(isFirst ? .firstResponse : .nextResponse)
        }
        if !running.contains(.resolution) { wanted.append(.resolution) }
        for metric in wanted {
            // A network's clock may run ahead of ours.
            try start(metric, conversation, policy, at: min(spokenAt, now), reserve, &changes)
        }
        return changes
    }

    /// We replied in public, here or in the network's own app: the response clocks are met. A reply said before the customer
    /// spoke answers nothing.
    public func onReply(active: [Clock], at instant: Instant) -> ClockChanges {
        var changes = ClockChanges()
        for clock in active where clock.isActive && clock.metric != .resolution && clock.startedAt <= instant {
            end(clock, .met, at: instant, &changes)
        }
        return changes
    }

    /// The conversation's state was set. Pending and snoozed pause the resolution clock, open lets it go on, closed meets it and
    /// cancels response clocks that nobody answered.
    ///
    /// Opened again by hand, what ended stays ended: a new resolution clock starts, by the first policy that matches without
    /// looking at texts, and no response clock, because nobody waits for an answer yet.
    public func onState(
        _ state: Conversation.State,
        conversation: Conversation,
        active: [Clock],
        at instant: Instant,
        reserve: () throws -> Clock.ID
    ) rethrows -> ClockChanges {
        var changes = ClockChanges()
        for clock in active where clock.isActive {
            switch (state, clock.metric, clock.state) {
            case (.pending, .resolution, .running), (.snoozed, .resolution, .running):
                pause(clock, at: instant, &changes)
            case (.open, .resolution, .paused): resume(clock, at: instant, &changes)
            case (.closed, .resolution, _): end(clock, .met, at: instant, &changes)
            case (.closed, .firstResponse, _), (.closed, .nextResponse, _):
                end(clock, .cancelled, at: instant, &changes)
            case (.open, _, _), (.pending, _, _), (.snoozed, _, _): break
            }
        }
        if state == .open, !active.contains(where: { $0.metric == .resolution && $0.isActive }) {
            let subject = QuerySubject(conversation: conversation, author: nil, texts: [])
            let promised = policy(for: subject, at: instant)
            try start(.resolution, conversation, promised, at: instant, reserve, &changes)
        }
        return changes
    }

    /// Team, urgency or policy changed: active clocks are held to what is promised now, by the new team's hours. What is no
    /// longer promised is cancelled.
    public func onTeamChange(
        _ conversation: Conversation,
        policy: (Clock) -> ServicePolicy?,
        active: [Clock],
        at now: Instant
    ) -> ClockChanges {
        var changes = ClockChanges()
        for clock in active where clock.isActive {
            guard let policy = policy(clock), let target = target(clock.metric, conversation, policy) else {
                end(clock, .cancelled, at: now, &changes)
                continue
            }
            if (clock.policy, clock.target, clock.team) != (policy.name, target, conversation.team) {
                retarget(clock, to: target, policy, team: conversation.team, at: now, &changes)
            }
        }
        return changes
    }

    private func target(
        _ metric: Clock.Metric,
        _ conversation: Conversation,
        _ policy: ServicePolicy?
    ) -> ServicePolicy.Target? {
        policy?.targets[.init(metric, conversation.urgency.level)]
    }

    private func start(
        _ metric: Clock.Metric,
        _ conversation: Conversation,
        _ policy: ServicePolicy?,
        at instant: Instant,
        _ reserve: () throws -> Clock.ID,
        _ changes: inout ClockChanges
    ) rethrows {
        guard let policy, let target = target(metric, conversation, policy) else { return }
        let clock = Clock(
            id: try reserve(),
            conversation: conversation.id,
            metric: metric,
            policy: policy.name,
            target: target,
            team: conversation.team,
            startedAt: instant,
            runningSince: instant,
            dueAt: nil
        )
        changes.record(scheduled(clock, policy: policy), .clockStarted, at: instant)
    }
}
