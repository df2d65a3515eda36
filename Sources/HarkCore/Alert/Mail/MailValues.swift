/// What the templates may say: an alert's facts, strangers' words already harmless.
struct MailValues {
    let words: MailWords
    let now: Instant
    let links: MailLinks

    /// What can be filled in, by the kind of mail.
    static func names(_ kind: MailTemplates.Key.Kind) -> Set<String> {
        let entry: Set = [
            "alert", "conversation", "channel", "author", "team", "assignee", "policy", "level", "urgency", "score",
            "words",
            "due", "overdue", "distance", "waiting_since", "waiting_for", "snippet", "url", "metric", "promise",
            "cause",
            "detail", "channel_unhealthy", "channel_silent", "queue_unattended", "spike", "acknowledge", "unsubscribe",
        ]
        switch kind {
        case .alert: return entry.union(["quote", "line"])
        case .digest: return entry.union(["alerts", "count"])
        }
    }

    /// A mail about one alert.
    func alert(_ entry: Bulletin.Entry) -> TemplateValues {
        var values = one(entry)
        values["quote"] = .list(HarmlessText.lines(entry.text, limit: 1000).map { ["line": .text($0)] })
        values["url"] = .text(Self.webAddress(entry.url))
        return values.merging(linkValues) { $1 }
    }

    /// A mail about several.
    func digest(_ bulletin: Bulletin) -> TemplateValues {
        let own: TemplateValues = [
            "alerts": .list(bulletin.entries.map(one)), "count": .text(String(bulletin.entries.count)),
            "team": .text(HarmlessText.line(bulletin.group.team, limit: 120)),
            "level": .text(String(bulletin.group.level)), "overdue": .flag(bulletin.isBreach),
        ]
        return own.merging(linkValues) { $1 }
    }

    private var linkValues: TemplateValues {
        ["acknowledge": .text(links.acknowledge), "unsubscribe": .text(links.unsubscribe ?? "")]
    }

    private func one(_ entry: Bulletin.Entry) -> TemplateValues {
        let alert = entry.alert
        var values: TemplateValues = [
            "alert": .text(alert.id.description), "conversation": .text(""), "level": .text(String(alert.level)),
            "team": .text(line(alert.team)), "detail": .text(line(alert.detail, limit: 300)),
            "channel": .text((alert.channel ?? entry.conversation?.channel).map { line($0.rawValue) } ?? ""),
            "policy": .text(line(alert.policy ?? "")), "cause": .text(words.cause(alert.cause)),
            "metric": .text(alert.metric.map(words.metric) ?? ""), "promise": .text(""),
            "words": .text(entry.words.prefix(8).map { line($0, limit: 40) }.joined(separator: ", ")),
        ]
        for cause in Alert.Cause.allCases where cause != .promise {
            values[cause.rawValue] = .flag(cause == alert.cause)
        }
        values.merge(times(entry)) { $1 }
        if let conversation = entry.conversation { values.merge(facts(alert, conversation)) { $1 } }
        return values
    }

    private func times(_ entry: Bulletin.Entry) -> TemplateValues {
        guard let due = entry.alert.dueAt else { return ["overdue": .flag(false)] }
        return [
            "due": .text(Self.minute(due)), "overdue": .flag(now >= due),
            "distance": .text(Self.roughly(now >= due ? now - due : due - now)),
        ]
    }

    private func facts(_ alert: Alert, _ conversation: Conversation) -> TemplateValues {
        let since = conversation.waitingSince ?? conversation.lastMessageAt
        let author = line(conversation.author)
        return [
            "conversation": .text(conversation.id.description), "author": .text(author),
            "snippet": .text(line(conversation.snippet, limit: 160)),
            "assignee": .text(conversation.assignee.map { "@" + line($0) } ?? ""),
            "urgency": .text(words.level(conversation.urgency.level)),
            "score": .text(String(conversation.urgency.score)), "waiting_since": .text(Self.minute(since)),
            "waiting_for": .text(Self.roughly(max(now - since, .zero))),
            "promise": .text(alert.metric.map { words.promise($0, to: author) } ?? ""),
        ]
    }

    private func line(_ text: String, limit: Int = 120) -> String { HarmlessText.line(text, limit: limit) }

    /// A stranger's link as it may be shown: http or https, nothing that needs escaping.
    private static func webAddress(_ text: String?) -> String {
        guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count <= 900,
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && !"<>\"'\\`{}".utf8.contains($0) })
        else { return "" }
        return text
    }

    /// An instant to the minute: `2026-11-22 09:30 UTC`.
    static func minute(_ instant: Instant) -> String {
        let text = instant.description
        guard let day = text.split(separator: "T").first, let clock = text.split(separator: "T").last else {
            return text
        }
        return "\(day) \(clock.prefix(5)) UTC"
    }

    /// A span by its two largest units. The symbols are the same in all our languages.
    static func roughly(_ span: Span) -> String {
        let minutes = span.milliseconds / 60_000
        let units = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let parts = units.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "< 1 min" : parts.joined(separator: " ")
    }
}
