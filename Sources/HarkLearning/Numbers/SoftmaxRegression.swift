/// Multinomial logistic regression with a penalty on squared weights, each feature scaled on its own.
struct SoftmaxRegression {
    /// How many classes there are.
    let classes: Int
    /// How many features there are.
    let features: Int
    /// The strength of the penalty.
    var penalty: Double
    var search = LimitedMemoryBFGS()

    /// What was learned: `weights[feature * classes + class]`, and one constant for each class.
    struct Fit {
        var weights: [Double]
        var constants: [Double]
    }

    /// Fits labels 0..<classes. `scale[feature * classes + class]` multiplies a feature for a class: the larger, the
    /// cheaper its weight.
    func fit(_ rows: SparseRows, labels: [Int], importance: [Double], scale: [Double]) -> Fit {
        let size = features * classes
        let start = [Double](repeating: 0, count: size + classes)
        let total = importance.reduce(0, +)
        let point = search.minimum(from: start) { point, gradient in
            var weights = [Double](repeating: 0, count: size)
            for index in 0..<size { weights[index] = point[index] * scale[index] }
            var slopes = [Double](repeating: 0, count: size)
            let constants = Array(point[size...])
            var constantSlopes = [Double](repeating: 0, count: classes)
            var loss = 0.0
            self.walk(rows, weights, constants) { example, probabilities in
                let label = labels[example]
                let share = importance[example] / total
                loss -= share * ExactMath.log(max(probabilities[label], 1e-300))
                for k in 0..<classes { probabilities[k] = share * (probabilities[k] - (k == label ? 1 : 0)) }
                for k in 0..<classes { constantSlopes[k] += probabilities[k] }
                Self.add(rows, example, probabilities, to: &slopes, classes)
            }
            for index in 0..<size {
                loss += 0.5 * penalty * point[index] * point[index]
                gradient[index] = slopes[index] * scale[index] + penalty * point[index]
            }
            for k in 0..<classes { gradient[size + k] = constantSlopes[k] }
            return loss
        }
        return Fit(weights: zip(point, scale).map { $0 * $1 }, constants: Array(point[size...]))
    }

    @inline(__always)
    private static func add(
        _ rows: SparseRows,
        _ example: Int,
        _ errors: [Double],
        to slopes: inout [Double],
        _ classes: Int
    ) {
        for at in rows.starts[example]..<rows.starts[example + 1] {
            let base = Int(rows.features[at]) * classes
            let value = rows.values[at]
            for k in 0..<classes { slopes[base + k] += value * errors[k] }
        }
    }

    /// Calls with the probabilities of each example, which the callee may overwrite.
    @inline(__always)
    private func walk(
        _ rows: SparseRows,
        _ weights: [Double],
        _ constants: [Double],
        _ visit: (Int, inout [Double]) -> Void
    ) {
        var scores = [Double](repeating: 0, count: classes)
        for example in 0..<rows.count {
            for k in 0..<classes { scores[k] = constants[k] }
            for at in rows.starts[example]..<rows.starts[example + 1] {
                let base = Int(rows.features[at]) * classes
                let value = rows.values[at]
                for k in 0..<classes { scores[k] += value * weights[base + k] }
            }
            Self.softmax(&scores)
            visit(example, &scores)
        }
    }

    static func softmax(_ scores: inout [Double]) {
        let top = scores.max() ?? 0
        var sum = 0.0
        for k in scores.indices {
            scores[k] = ExactMath.exp(scores[k] - top)
            sum += scores[k]
        }
        for k in scores.indices { scores[k] /= sum }
    }
}
