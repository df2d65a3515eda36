/// Our words for what has a name in the core, in a mail's language.
struct MailWords {
    let isGerman: Bool

    init(_ language: Language) { isGerman = language == .german }

    /// The promise as the beginning of a sentence.
    func promise(_ metric: Clock.Metric, to author: String) -> String {
        switch metric {
        case .firstResponse: isGerman ? "Die erste Antwort an \(author)" : "The first response to \(author)"
        case .nextResponse: isGerman ? "Die nächste Antwort an \(author)" : "The next response to \(author)"
        case .periodicUpdate: isGerman ? "Die nächste Nachricht an \(author)" : "The next message to \(author)"
        case .replyWindow:
            isGerman
                ? "Das Antwortfenster des Netzwerks für \(author)" : "The network's reply window for \(author)"
        case .resolution:
            isGerman ? "Der Abschluss des Gesprächs mit \(author)" : "Closing the conversation with \(author)"
        }
    }

    /// The promise in two words.
    func metric(_ metric: Clock.Metric) -> String {
        switch metric {
        case .firstResponse: isGerman ? "erste Antwort" : "first response"
        case .nextResponse: isGerman ? "nächste Antwort" : "next response"
        case .periodicUpdate: isGerman ? "nächste Nachricht" : "next message"
        case .replyWindow: isGerman ? "Antwortfenster" : "reply window"
        case .resolution: isGerman ? "Abschluss" : "resolution"
        }
    }

    /// What an alert is about.
    func cause(_ cause: Alert.Cause) -> String {
        switch cause {
        case .promise: isGerman ? "Zusage" : "promise"
        case .channelUnhealthy: isGerman ? "Kanal gestört" : "channel does not work"
        case .channelSilent: isGerman ? "Kanal schweigt" : "channel is silent"
        case .queueUnattended: isGerman ? "niemand kümmert sich" : "queue unattended"
        case .spike: isGerman ? "Ausschlag" : "spike"
        }
    }

    /// How urgent.
    func level(_ level: Urgency.Level) -> String {
        switch level {
        case .low: isGerman ? "niedrig" : "low"
        case .normal: isGerman ? "normal" : "normal"
        case .high: isGerman ? "hoch" : "high"
        case .critical: isGerman ? "kritisch" : "critical"
        }
    }
}
