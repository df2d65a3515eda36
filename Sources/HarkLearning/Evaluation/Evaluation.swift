/// How well a model does on labelled examples. `hark keywords eval --json` prints it.
public struct Evaluation: Sendable, Hashable, Codable {
    /// How well one class was told.
    public struct ClassScore: Sendable, Hashable, Codable {
        /// The share of those called so that are so.
        public var precision: Double
        /// The share of those that are so that were called so.
        public var recall: Double
        /// The harmonic mean of both.
        public var f1: Double
        /// How many are so.
        public var n: Int
    }

    /// The figures of one source or language.
    public struct Part: Sendable, Hashable, Codable {
        /// How many examples.
        public var n: Int
        /// The share of right answers.
        public var accuracy: Double
        /// The mean of the classes' F1, each counting alike; classes that do not occur at all are left out.
        public var macroF1: Double
        /// Each class on its own.
        public var perClass: [String: ClassScore]
        /// Quadratic weighted kappa; nil where the classes have no order.
        public var qwk: Double?
        /// The share of critical messages called high or critical; nil where there are none.
        public var criticalRaised: Double?
        /// Expected calibration error in ten equal bins; nil where no confidence is shown.
        public var ece: Double?
        /// The share of messages in the unsure band; nil where there is none.
        public var unsureCoverage: Double?
    }

    /// What was asked.
    public var task: EvaluationTask
    /// How many examples.
    public var n: Int
    /// The share of right answers.
    public var accuracy: Double
    /// The mean of the classes' F1.
    public var macroF1: Double
    /// Each class on its own.
    public var perClass: [String: ClassScore]
    /// How many of each label (outer key) were called what (inner key).
    public var confusion: [String: [String: Int]]
    /// Quadratic weighted kappa; nil where the classes have no order.
    public var qwk: Double?
    /// The share of critical messages called high or critical.
    public var criticalRaised: Double?
    /// Expected calibration error in ten equal bins of the top class's probability.
    public var ece: Double?
    /// The share of messages in the unsure band.
    public var unsureCoverage: Double?
    /// Whole triage with evidence, on one core.
    public var messagesPerSecond: Double
    /// The same figures for each source.
    public var bySource: [String: Part]
    /// The same figures for each language.
    public var byLanguage: [String: Part]

    /// Of answers; `seconds` is how long the model took for all of them.
    init(task: EvaluationTask, answers: [Answer], seconds: Double) {
        let tally = Tally(task, answers)
        let all = tally.part
        self.task = task
        n = all.n
        accuracy = all.accuracy
        macroF1 = all.macroF1
        perClass = all.perClass
        confusion = tally.confusion
        qwk = all.qwk
        criticalRaised = all.criticalRaised
        ece = all.ece
        unsureCoverage = all.unsureCoverage
        messagesPerSecond = seconds > 0 ? Double(answers.count) / seconds : 0
        bySource = Dictionary(grouping: answers, by: \.source).mapValues { Tally(task, $0).part }
        byLanguage = Dictionary(grouping: answers, by: \.language).mapValues { Tally(task, $0).part }
    }
}
