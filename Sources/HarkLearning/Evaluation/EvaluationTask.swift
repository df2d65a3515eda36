import HarkCore

/// What a judgement is asked about.
public enum EvaluationTask: String, Sendable, CaseIterable, Codable {
    case sentiment, urgency, spam, language, intent

    /// The labels, in the order of confusion tables.
    public var classes: [String] {
        switch self {
        case .sentiment: Sentiment.Label.allCases.map(\.rawValue)
        case .urgency: Urgency.Level.allCases.map(\.rawValue)
        case .spam: ["ham", "spam"]
        case .language: Language.allCases.map(\.rawValue)
        case .intent: Intent.allCases.map(\.rawValue)
        }
    }

    /// The column that holds the label where none is called `label`.
    public var column: String {
        switch self {
        case .sentiment, .spam: "label"
        case .urgency: "urgency"
        case .intent: "intent"
        case .language: "lang"
        }
    }

    /// The model's answer in the task's words.
    func answer(_ triage: Triage) -> String {
        switch self {
        case .sentiment: triage.sentiment.label.rawValue
        case .urgency: triage.urgency.level.rawValue
        case .spam: triage.gate == .spam ? "spam" : "ham"
        case .language: triage.language.rawValue
        case .intent: Intent(of: triage).rawValue
        }
    }

    /// How sure the model says it is, in thousandths; nil where it does not say.
    func confidence(_ triage: Triage) -> Int? { self == .sentiment ? triage.sentiment.confidence : nil }
}
