extension Filing {
    /// Holds a changed conversation's open clocks to what is promised for its new urgency, at once.
    mutating func hold(clocks: [Clock], setup: Setup, at now: Instant) {
        guard var conversation = conversations.first else { return }
        let service = ServiceLevel(policies: setup.configuration.policies, teams: setup.configuration.teams)
        let changes = service.onTeamChange(
            conversation,
            policy: { setup.configuration.policy($0.policy) },
            active: clocks,
            at: now
        )
        add(changes)
        conversation.dueAt = ServiceLevel.dueAt(of: clocks.updated(by: changes.clocks))
        conversations = [conversation]
    }
}
