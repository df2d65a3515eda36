/// The alert in English.
enum EnglishAlert {
    static func letter(_ facts: AlertFacts) -> AlertLetter {
        AlertLetter(
            lead: lead(facts),
            rows: [
                ("Conversation", "#\(facts.conversation)"),
                ("Channel", facts.channel),
                ("From", facts.author),
                ("Urgency", "\(level(facts.urgency.level)) (\(facts.urgency.score) of 100)"),
                ("Team", facts.team),
                ("Assignee", facts.assignee ?? "nobody"),
                ("Policy", "\(facts.policy), step \(facts.level)"),
                ("Due", facts.due),
            ],
            quoteTitle: "\(facts.author) wrote:",
            quote: facts.quote,
            actionTitle: "What you can type:",
            actions: [
                ("hark show \(facts.conversation)", "read it"),
                ("hark reply \(facts.conversation)", "answer it"),
                ("hark assign \(facts.conversation) @name", "give it to somebody"),
                ("hark why \(facts.conversation)", "see how it came to this team and policy"),
            ],
            link: facts.link,
            closing: "Hark sent this because the policy “\(facts.policy)” names you. Nobody reads answers to it."
        )
    }

    private static func lead(_ facts: AlertFacts) -> String {
        let promise =
            switch facts.metric {
            case .firstResponse: "The first response to \(facts.author)"
            case .nextResponse: "The next response to \(facts.author)"
            case .periodicUpdate: "The next message to \(facts.author)"
            case .replyWindow: "The network's reply window for \(facts.author)"
            case .resolution: "Closing the conversation with \(facts.author)"
            }
        return facts.isOverdue
            ? "\(promise) is overdue: it was due \(facts.distance) ago."
            : "\(promise) is due in \(facts.distance)."
    }

    private static func level(_ level: Urgency.Level) -> String {
        switch level {
        case .low: "low"
        case .normal: "normal"
        case .high: "high"
        case .critical: "critical"
        }
    }
}
