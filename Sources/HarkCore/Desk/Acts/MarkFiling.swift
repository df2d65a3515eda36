/// Decides what follows when the team corrects the model: the word is kept for learning, the conversation takes it over, and
/// open deadlines are held to the new urgency at once.
struct MarkFiling {
    let setup: Setup
    let actor: Event.Actor
    let agent: String
    let now: Instant

    /// What changes, and what the team had said before.
    struct Outcome {
        var conversation: Conversation
        var filing = Filing()
        var correction: Correction
        var before: Correction?
    }

    /// The outcome; nil when the team has said just this before.
    func decide(
        _ verdict: Correction.Verdict,
        on conversation: Conversation,
        ledger: any Ledger
    ) throws -> Outcome? {
        guard let message = try ledger.newestInbound(of: conversation.id) else {
            throw Failure(.unprocessable, "conversation \(conversation.id) has no message of the customer to mark")
        }
        let before = try ledger.correction(of: message.id)
        let whole = verdict.over(before?.verdict)
        guard whole != before?.verdict else { return nil }
        var outcome = Outcome(
            conversation: conversation,
            correction: Correction(message: message.id, verdict: whole, by: agent, at: now),
            before: before
        )
        take(verdict, into: &outcome.conversation)
        outcome.filing.events = [
            Event(
                at: now,
                kind: .conversationMarked,
                conversation: conversation.id,
                actor: actor,
                data: [
                    "message": String(message.id.rawValue), "before": Self.judged(conversation, verdict).summary,
                    "after": verdict.summary,
                ]
            )
        ]
        outcome.conversation.version += 1
        outcome.filing.conversations = [outcome.conversation]
        outcome.filing.hold(clocks: try ledger.activeClocks(of: conversation.id), setup: setup, at: now)
        outcome.conversation = outcome.filing.conversations[0]
        return outcome
    }

    private func take(_ verdict: Correction.Verdict, into conversation: inout Conversation) {
        if let level = verdict.urgency, level != conversation.urgency.level {
            conversation.urgency = Urgency(score: level.floor)
        }
        if let label = verdict.sentiment { conversation.sentiment = label }
        if let topics = verdict.topics { conversation.topics = topics.sorted() }
    }

    /// What stood there before, of what the verdict speaks of.
    private static func judged(_ conversation: Conversation, _ verdict: Correction.Verdict) -> Correction.Verdict {
        Correction.Verdict(
            urgency: verdict.urgency.map { _ in conversation.urgency.level },
            sentiment: verdict.sentiment.map { _ in conversation.sentiment },
            topics: verdict.topics.map { _ in conversation.topics }
        )
    }
}
