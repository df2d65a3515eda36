/// How clocks begin.
extension ServiceLevel {
    func start(
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

    /// The resolution begins, or goes on where the policy continues after a close: a new clock with what the old one had used up,
    /// breach and steps of the ladder included, so that nothing is said twice.
    func startResolution(
        _ conversation: Conversation,
        _ policy: ServicePolicy?,
        at instant: Instant,
        _ previous: () throws -> Clock?,
        _ reserve: () throws -> Clock.ID,
        _ changes: inout ClockChanges
    ) rethrows {
        guard let policy, let target = target(.resolution, conversation, policy) else { return }
        guard policy.reopening == .continues, let old = try previous(), old.state == .met else {
            return try start(.resolution, conversation, policy, at: instant, reserve, &changes)
        }
        let clock = Clock(
            id: try reserve(),
            conversation: conversation.id,
            metric: .resolution,
            policy: policy.name,
            target: target,
            team: conversation.team,
            startedAt: old.startedAt,
            used: old.used,
            runningSince: instant,
            dueAt: nil,
            escalated: old.escalated,
            breachedAt: old.breachedAt
        )
        let origin = ["continues": String(old.id.rawValue)]
        changes.record(scheduled(clock, policy: policy), .clockStarted, at: instant, origin)
    }

    /// The network lets us answer for a span from the customer's last message on. A message that is told late moves nothing back.
    func openWindow(
        _ window: Span,
        _ conversation: Conversation,
        _ policy: ServicePolicy?,
        from spokenAt: Instant,
        _ open: Clock?,
        now: Instant,
        _ reserve: () throws -> Clock.ID,
        _ changes: inout ClockChanges
    ) rethrows {
        if let open, open.startedAt >= spokenAt { return }
        let clock = Clock(
            id: try open?.id ?? reserve(),
            conversation: conversation.id,
            metric: .replyWindow,
            policy: policy?.name ?? "",
            target: .init(span: window, hours: .calendar),
            team: conversation.team,
            startedAt: spokenAt,
            runningSince: spokenAt,
            dueAt: nil
        )
        var moved: [String: String] = [:]
        moved["before"] = open?.dueAt?.description
        let scheduled = scheduled(clock, policy: policy)
        if open != nil { moved["after"] = scheduled.dueAt?.description }
        changes.record(scheduled, open == nil ? .clockStarted : .clockRetargeted, at: now, moved)
    }
}
