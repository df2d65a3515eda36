/// What the templates may say: an alert's facts, strangers' words already harmless.
struct AlertFacts {
    let conversation: Conversation.ID
    let metric: Clock.Metric
    let level: Int
    let urgency: Urgency
    let author: String
    let channel: String
    let team: String
    let assignee: String?
    let policy: String
    /// What the customer wrote, by lines.
    let quote: [String]
    /// When the target is used up: `2026-11-22 09:30 UTC`.
    let due: String
    /// Whether it is.
    let isOverdue: Bool
    /// How long until then, or since: `2 h 5 min`.
    let distance: String
    let link: String

    init(_ alert: AlertMail, publicURL: String, now: Instant) {
        conversation = alert.conversation
        metric = alert.metric
        level = alert.level
        urgency = alert.urgency
        author = HarmlessText.line(alert.author, limit: 120)
        channel = HarmlessText.line(alert.channel.rawValue, limit: 120)
        team = HarmlessText.line(alert.team, limit: 120)
        assignee = alert.assignee.map { "@" + HarmlessText.line($0, limit: 120) }
        policy = HarmlessText.line(alert.policy, limit: 120)
        quote = HarmlessText.lines(alert.snippet, limit: 1000)
        due = Self.minute(alert.dueAt)
        isOverdue = now >= alert.dueAt
        distance = Self.roughly(isOverdue ? now - alert.dueAt : alert.dueAt - now)
        let base = HarmlessText.line(publicURL, limit: 300)
        link = (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/api/v1/conversations/\(alert.conversation)"
    }

    private static func minute(_ instant: Instant) -> String {
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
