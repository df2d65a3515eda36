/// Examples as rows of few features each: one after the other in flat arrays.
struct SparseRows {
    /// Where each example begins in ``features``; one more than there are examples.
    private(set) var starts: [Int] = [0]
    private(set) var features: [Int32] = []
    private(set) var values: [Double] = []

    /// How many examples there are.
    var count: Int { starts.count - 1 }

    /// Adds a feature to the example that is being written.
    mutating func add(_ feature: Int, _ value: Double) {
        features.append(Int32(feature))
        values.append(value)
    }

    /// Multiplies what the open example holds so far.
    mutating func scaleOpenExample(by factor: Double) {
        for index in (starts.last ?? 0)..<values.count { values[index] *= factor }
    }

    /// Ends the open example.
    mutating func endExample() { starts.append(features.count) }
}
