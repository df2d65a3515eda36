import HarkCore

/// The terms a model may use, numbered.
struct Vocabulary {
    private(set) var numbers: [UInt64: Int32] = [:]
    private(set) var hashes: [UInt64] = []

    var count: Int { hashes.count }

    init(_ hashes: [UInt64]) {
        self.hashes = hashes
        numbers.reserveCapacity(hashes.count)
        for (number, hash) in hashes.enumerated() { numbers[hash] = Int32(number) }
    }

    subscript(hash: UInt64) -> Int? { numbers[hash].map(Int.init) }

    /// Calls with each feature of a text that is in the vocabulary, exactly as the engine counts it: words
    /// count more behind an intensifier and less before a “but”.
    @inline(__always)
    func forEachFeature(
        of text: TokenizedText,
        _ reader: FeatureReader,
        _ visit: (_ number: Int, _ value: Double, _ found: FeatureReader.Found) -> Void
    ) {
        reader.forEachTerm(of: text) { found in
            guard let number = self[found.hash] else { return }
            var value = 1.0
            if found.kind == .word || found.kind == .part {
                if found.flags.contains(.intensified) { value *= Emphasis.intensified }
                if found.flags.contains(.weakened) { value *= Emphasis.weakened }
            }
            visit(number, value, found)
        }
    }
}
