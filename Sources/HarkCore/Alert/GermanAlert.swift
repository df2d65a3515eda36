/// The alert in German.
enum GermanAlert {
    static func letter(_ facts: AlertFacts) -> AlertLetter {
        AlertLetter(
            lead: lead(facts),
            rows: [
                ("Gespräch", "#\(facts.conversation)"),
                ("Kanal", facts.channel),
                ("Von", facts.author),
                ("Dringlichkeit", "\(level(facts.urgency.level)) (\(facts.urgency.score) von 100)"),
                ("Team", facts.team),
                ("Zuständig", facts.assignee ?? "niemand"),
                ("Zusage", "\(facts.policy), Stufe \(facts.level)"),
                ("Fällig", facts.due),
            ],
            quoteTitle: "\(facts.author) schrieb:",
            quote: facts.quote,
            actionTitle: "Was Sie eingeben können:",
            actions: [
                ("hark show \(facts.conversation)", "lesen"),
                ("hark reply \(facts.conversation)", "antworten"),
                ("hark assign \(facts.conversation) @name", "jemandem geben"),
                ("hark why \(facts.conversation)", "sehen, wie es zu Team und Zusage kam"),
            ],
            link: facts.link,
            closing: "Hark schickt dies, weil die Zusage „\(facts.policy)“ Sie nennt. Antworten darauf liest niemand."
        )
    }

    private static func lead(_ facts: AlertFacts) -> String {
        let promise =
            switch facts.metric {
            case .firstResponse: "Die erste Antwort an \(facts.author)"
            case .nextResponse: "Die nächste Antwort an \(facts.author)"
            case .periodicUpdate: "Die nächste Nachricht an \(facts.author)"
            case .replyWindow: "Das Antwortfenster des Netzwerks für \(facts.author)"
            case .resolution: "Der Abschluss des Gesprächs mit \(facts.author)"
            }
        return facts.isOverdue
            ? "\(promise) ist überfällig, seit \(facts.distance)."
            : "\(promise) ist in \(facts.distance) fällig."
    }

    private static func level(_ level: Urgency.Level) -> String {
        switch level {
        case .low: "niedrig"
        case .normal: "normal"
        case .high: "hoch"
        case .critical: "kritisch"
        }
    }
}
