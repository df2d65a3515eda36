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

    /// The figures; `measure` runs the work and says how many seconds it took.
    public func evaluate(_ examples: [LabelledExample], measure: (() -> Void) -> Double) -> Evaluation {
        var judgements: [Triage] = []
        judgements.reserveCapacity(examples.count)
        let seconds = measure {
            for example in examples {
                let context = TriageContext(channel: CalibrationLearner.channel(example.source, in: model))
                judgements.append(model.read(example.text, context: context))
            }
        }
        let answers = zip(examples, judgements).map { example, triage in
            Answer(
                label: example.label,
                answer: task.answer(triage),
                confidence: task.confidence(triage),
                isUnsure: triage.sentiment.isUnsure,
                source: example.source,
                language: example.language?.rawValue ?? triage.language.rawValue
            )
        }
        return Evaluation(task: task, answers: answers, seconds: seconds)
    }

    /// What the model says of each example, with the example: for tables of differences.
    public func answers(_ examples: [LabelledExample]) -> [String] {
        examples.map { task.answer(model.read($0.text, context: TriageContext())) }
    }
}
