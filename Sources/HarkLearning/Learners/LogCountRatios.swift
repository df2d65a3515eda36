/// How unevenly classes use a feature: the log-count ratio of naive Bayes, one class against the others.
struct LogCountRatios {
    /// For each feature and class, how cheap its weight is.
    var scale: [Double]
    /// How many examples hold each feature.
    var counts: [Double]

    /// Added to each count, so that what was never seen is possible.
    private static let smoothing = 1.0
    /// Even what all classes use alike may matter a little.
    private static let least = 0.15

    init(_ rows: SparseRows, _ labels: [Int], _ importance: [Double], features: Int, classes: Int) {
        let mean = importance.reduce(0, +) / Double(max(1, importance.count))
        var table = [Double](repeating: Self.smoothing, count: features * classes)
        counts = [Double](repeating: 0, count: features)
        var totals = [Double](repeating: Self.smoothing, count: classes)
        for example in 0..<rows.count {
            let label = labels[example]
            let share = importance[example] / mean
            totals[label] += share
            for at in rows.starts[example]..<rows.starts[example + 1] {
                let feature = Int(rows.features[at])
                counts[feature] += 1
                table[feature * classes + label] += share
            }
        }
        let all = totals.reduce(0, +)
        scale = [Double](repeating: 1, count: features * classes)
        for feature in 0..<features {
            let base = feature * classes
            let sum = table[base..<base + classes].reduce(0, +)
            for k in 0..<classes {
                let inside = table[base + k] / totals[k]
                let outside = (sum - table[base + k]) / (all - totals[k])
                scale[base + k] = max(Self.least, abs(ExactMath.log(inside / outside)))
            }
        }
    }
}
