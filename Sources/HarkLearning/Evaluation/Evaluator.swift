public import HarkCore

/// Lets a model judge labelled examples.
public struct Evaluator: Sendable {
    private let model: KeywordModel
    private let task: EvaluationTask

    /// Judges by a model.
    public init(_ model: KeywordModel, task: EvaluationTask) {
        self.model = model
        self.task = task
    }

    /// Passes are repeated for so long, in seconds: a few hundred messages alone would tell how fast a cold cache is.
    private static let leastSeconds = 0.25
    private static let mostPasses = 50

    /// The figures; `measure` runs the work and says how many seconds it took. The fastest pass counts.
    public func evaluate(_ examples: [LabelledExample], measure: (() -> Void) -> Double) -> Evaluation {
        var answers: [Answer] = []
        answers.reserveCapacity(examples.count)
        let contexts = examples.map(context)
        var fastest = Double.infinity
        var total = 0.0
        for _ in 0..<Self.mostPasses where total < Self.leastSeconds {
            answers.removeAll(keepingCapacity: true)
            let seconds = measure {
                for (example, context) in zip(examples, contexts) {
                    let triage = model.read(example.text, context: context)
                    // A message is judged when every reason is in words, not when it could be put into words.
                    triage.evidence.forEach { reason in withExtendedLifetime(reason) {} }
                    answers.append(answer(triage, to: example))
                }
            }
            fastest = min(fastest, seconds)
            total += seconds
        }
        return Evaluation(task: task, answers: answers, seconds: fastest)
    }

    private func answer(_ triage: Triage, to example: LabelledExample) -> Answer {
        Answer(
            label: example.label,
            answer: task.answer(triage),
            confidence: task.confidence(triage),
            isUnsure: triage.sentiment.isUnsure,
            source: example.source,
            language: example.language?.rawValue ?? triage.language.rawValue
        )
    }

    /// What the model says of each example, with the example: for tables of differences.
    public func answers(_ examples: [LabelledExample]) -> [String] {
        examples.map { task.answer(model.read($0.text, context: context(of: $0))) }
    }

    private func context(of example: LabelledExample) -> TriageContext {
        TriageContext(channel: CalibrationLearner.channel(example.source, in: model))
    }
}
