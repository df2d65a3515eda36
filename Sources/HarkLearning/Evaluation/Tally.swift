/// One example and what the model said.
struct Answer {
    var label: String
    var answer: String
    var confidence: Int?
    var isUnsure: Bool
    var source: String
    var language: String
}

/// Counts answers and works the figures out.
struct Tally {
    private let task: EvaluationTask
    private let answers: [Answer]
    private let classes: [String]
    /// Counted by label, then by answer.
    private var table: [[Int]]

    init(_ task: EvaluationTask, _ answers: [Answer]) {
        self.task = task
        self.answers = answers
        classes = task.classes
        table = Array(repeating: Array(repeating: 0, count: classes.count), count: classes.count)
        for answer in answers {
            guard let row = classes.firstIndex(of: answer.label), let column = classes.firstIndex(of: answer.answer)
            else { continue }
            table[row][column] += 1
        }
    }

    var confusion: [String: [String: Int]] {
        Dictionary(uniqueKeysWithValues: zip(classes, table.map { Dictionary(uniqueKeysWithValues: zip(classes, $0)) }))
    }

    var part: Evaluation.Part {
        let scores = classes.indices.map(score)
        let present = classes.indices.filter { at in table[at].contains { $0 > 0 } || table.contains { $0[at] > 0 } }
        let right = classes.indices.map { table[$0][$0] }.reduce(0, +)
        return Evaluation.Part(
            n: answers.count,
            accuracy: share(right, answers.count),
            macroF1: present.isEmpty ? 0 : present.map { scores[$0].f1 }.reduce(0, +) / Double(present.count),
            perClass: Dictionary(uniqueKeysWithValues: zip(classes, scores)),
            qwk: task == .urgency ? kappa : nil,
            criticalRaised: criticalRaised,
            ece: calibrationError,
            unsureCoverage: task == .sentiment ? share(answers.filter(\.isUnsure).count, answers.count) : nil
        )
    }

    private func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    private func score(_ at: Int) -> Evaluation.ClassScore {
        let called = table.map { $0[at] }.reduce(0, +)
        let real = table[at].reduce(0, +)
        return Evaluation.ClassScore(
            precision: share(table[at][at], called),
            recall: share(table[at][at], real),
            f1: share(2 * table[at][at], called + real),
            n: real
        )
    }

    /// One minus the weighted disagreement over the one expected by chance; weights are squared distances.
    private var kappa: Double {
        var seen = 0.0
        var expected = 0.0
        let total = Double(max(1, answers.count))
        for row in classes.indices {
            for column in classes.indices {
                let weight = Double((row - column) * (row - column))
                let chance = Double(table[row].reduce(0, +)) * Double(table.map { $0[column] }.reduce(0, +)) / total
                seen += weight * Double(table[row][column])
                expected += weight * chance
            }
        }
        return expected == 0 ? 0 : 1 - seen / expected
    }

    private var criticalRaised: Double? {
        guard task == .urgency else { return nil }
        let critical = table[3].reduce(0, +)
        return critical == 0 ? nil : share(table[3][2] + table[3][3], critical)
    }

    private var calibrationError: Double? {
        guard task == .sentiment else { return nil }
        var counts = [Int](repeating: 0, count: 10)
        var right = counts
        var claimed = counts
        for answer in answers {
            let confidence = answer.confidence ?? 1000
            let bin = min(confidence / 100, 9)
            counts[bin] += 1
            claimed[bin] += confidence
            if answer.label == answer.answer { right[bin] += 1 }
        }
        let gaps = counts.indices.map { abs(Double(right[$0]) - Double(claimed[$0]) / 1000) }
        return answers.isEmpty ? 0 : gaps.reduce(0, +) / Double(answers.count)
    }
}
