/// What happens in a conversation, and what it does to the clocks. Clocks that have ended may be among those given; they stay
/// as they are.
extension ServiceLevel {
    /// The customer spoke: the response clock starts, unless one runs already; the resolution clock starts or goes on; running
    /// clocks are held to what is promised now; the network's reply window opens anew.
    ///
    /// Where the policy promises no first response, the next response counts from the start. A paused clock goes on from `now`,
    /// not from `spokenAt`, which may lie before the pause. `previous` is the resolution clock that a close has ended.
    public func onCustomerMessage(
        _ conversation: Conversation,
        policy: ServicePolicy?,
        active: [Clock],
        hadFirstResponse: Bool,
        spokenAt: Instant,
        now: Instant,
        replyWindow: Span? = nil,
        previous: () throws -> Clock? = { nil },
        reserve: () throws -> Clock.ID
    ) rethrows -> ClockChanges {
        var changes = onTeamChange(conversation, policy: { _ in policy }, active: active, at: now)
        for clock in changes.applied(to: active) where clock.state == .paused && !pauses(clock, in: .open) {
            resume(clock, at: now, &changes)
        }
        let running = Set(changes.applied(to: active).map(\.metric))
        // A network's clock may run ahead of ours.
        let began = min(spokenAt, now)
        if running.isDisjoint(with: [.firstResponse, .nextResponse]) {
            let isFirst = !hadFirstResponse && target(.firstResponse, conversation, policy) != nil
            try start(isFirst ? .firstResponse : .nextResponse, conversation, policy, at: began, reserve, &changes)
        }
        if !running.contains(.resolution) {
            try startResolution(conversation, policy, at: began, previous, reserve, &changes)
        }
        if let replyWindow, conversation.isPrivate {
            let open = changes.applied(to: active).first { $0.metric == .replyWindow }
            try openWindow(replyWindow, conversation, policy, from: began, open, now: now, reserve, &changes)
        }
        return changes
    }

    /// We replied in public, here or in the network's own app: the response clocks are met. A reply said before the customer
    /// spoke answers nothing. Where updates are promised, the next one counts from here, unless the reply closes.
    public func onReply(
        _ conversation: Conversation,
        policy: ServicePolicy? = nil,
        active: [Clock],
        closing: Bool = false,
        at instant: Instant,
        reserve: () throws -> Clock.ID
    ) rethrows -> ClockChanges {
        var changes = ClockChanges()
        for clock in active where clock.isActive && clock.metric.isMetByReply && clock.startedAt <= instant {
            end(clock, .met, at: instant, &changes)
        }
        if !closing { try start(.periodicUpdate, conversation, policy, at: instant, reserve, &changes) }
        return changes
    }

    /// The conversation's state was set. A clock pauses where its policy says so and goes on elsewhere; a close meets the
    /// resolution and cancels what nobody answered.
    ///
    /// Opened again by hand, what ended stays ended: the resolution begins anew or goes on, by the first policy that fits, and no
    /// response clock starts, because nobody waits for an answer yet.
    public func onState(
        _ state: Conversation.State,
        conversation: Conversation,
        active: [Clock],
        at instant: Instant,
        subject: () throws -> QuerySubject,
        previous: () throws -> Clock? = { nil },
        reserve: () throws -> Clock.ID
    ) rethrows -> ClockChanges {
        var changes = ClockChanges()
        for clock in active where clock.isActive {
            switch (state, clock.state, pauses(clock, in: state)) {
            case (.closed, _, _): end(clock, clock.metric == .resolution ? .met : .cancelled, at: instant, &changes)
            case (_, .running, true): pause(clock, at: instant, &changes)
            case (_, .paused, false): resume(clock, at: instant, &changes)
            case (_, .running, false), (_, .paused, true), (_, .met, _), (_, .cancelled, _): break
            }
        }
        if state == .open, !active.contains(where: { $0.metric == .resolution && $0.isActive }) {
            let promised = policy(for: try subject(), at: instant)
            try startResolution(conversation, promised, at: instant, previous, reserve, &changes)
        }
        return changes
    }

    /// Team, urgency or policy changed: active clocks are held to what is promised now, by the new team's hours. What is no
    /// longer promised is cancelled; the network's window stays as it is.
    public func onTeamChange(
        _ conversation: Conversation,
        policy: (Clock) -> ServicePolicy?,
        active: [Clock],
        at now: Instant
    ) -> ClockChanges {
        var changes = ClockChanges()
        for clock in active where clock.isActive {
            let policy = policy(clock)
            guard let target = clock.metric == .replyWindow ? clock.target : target(clock.metric, conversation, policy)
            else {
                end(clock, .cancelled, at: now, &changes)
                continue
            }
            let name = policy?.name ?? ""
            if (clock.policy, clock.target, clock.team) != (name, target, conversation.team) {
                retarget(clock, to: target, policy, team: conversation.team, at: now, &changes)
            }
        }
        return changes
    }

    /// What is promised, by the urgency.
    func target(
        _ metric: Clock.Metric,
        _ conversation: Conversation,
        _ policy: ServicePolicy?
    ) -> ServicePolicy.Target? {
        policy?.targets[.init(metric, conversation.urgency.level)]
    }
}

extension Clock.Metric {
    /// Whether a public reply is what the clock waits for.
    var isMetByReply: Bool {
        switch self {
        case .firstResponse, .nextResponse, .periodicUpdate, .replyWindow: true
        case .resolution: false
        }
    }
}
