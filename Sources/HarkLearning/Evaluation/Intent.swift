public import HarkCore

/// What a message wants of us, read off the groups that its urgency was summed from.
public enum Intent: String, Sendable, CaseIterable, Codable {
    case question, complaint, praise, suggestion, other

    private static let grievances: Set<String> = [
        "problem", "anger", "stuck", "lost", "money", "no_contact", "churn", "outage", "discrimination", "safety",
        "fraud",
        "legal",
    ]

    /// The intent that fits a judgement best.
    public init(of triage: Triage) {
        let groups = Set(triage.evidence.filter { $0.aspect == .urgency && $0.weight > 0 }.compactMap(\.group))
        let praises = triage.evidence.contains { $0.aspect == .urgency && $0.group == "praise" }
        let asks = groups.contains("question")
        if triage.gate != nil {
            self = .other
        } else if asks, triage.sentiment.score > -500 {
            self = .question
        } else if !groups.isDisjoint(with: Self.grievances), triage.sentiment.score < 200 {
            self = .complaint
        } else if triage.sentiment.label == .negative {
            self = .complaint
        } else if praises || triage.sentiment.label == .positive {
            self = .praise
        } else {
            self = asks ? .question : .other
        }
    }
}
