import HarkCore
import HarkLearning

/// What a store teaches: the team's corrections, and what customers said of late, to see what else would be judged
/// otherwise.
struct StoredLessons: Sendable {
    /// What the team has corrected.
    var corrected: [CorrectedCase]
    /// What customers said, without labels; the source is the channel.
    var recent: [LabelledExample]
    /// The folder of the keyword tables.
    var keywords: String

    init(_ store: any ReplayStore, keywords: String, since: Instant) async throws {
        self.keywords = keywords
        corrected = try await store.correctedCases()
        guard let range = try await store.replayRange(since: since) else {
            recent = []
            return
        }
        recent = try await store.replayCases(in: range, since: since).map { Self.example($0, "") }
    }

    /// The corrections that say something about a task, as examples to learn from and to judge by.
    func examples(of task: EvaluationTask) -> [LabelledExample] {
        corrected.compactMap { one in
            let label =
                switch task {
                case .sentiment: one.verdict.sentiment?.rawValue
                case .urgency: one.verdict.urgency?.rawValue
                case .spam, .language, .intent: nil as String?
                }
            return label.map { Self.example(one.message, $0) }
        }
    }

    private static func example(_ message: ReplayCase, _ label: String) -> LabelledExample {
        LabelledExample(text: message.readable, label: label, source: message.conversation.channel.rawValue)
    }
}
