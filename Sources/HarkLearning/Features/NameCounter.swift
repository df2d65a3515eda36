import HarkCore

/// Counts how often a term holds a word that begins with a capital inside a sentence.
struct NameCounter {
    private var capitals: [UInt64: Int32] = [:]
    private var inside: [UInt64: Int32] = [:]
    /// For each token of the open text: 0 at the beginning of a sentence, 1 for small letters, 2 for a capital.
    private var cases: [UInt8] = []

    mutating func begin(_ source: String, _ text: TokenizedText) {
        let bytes = Array(source.utf8)
        var afterEnd = true
        cases.removeAll(keepingCapacity: true)
        for token in text.tokens {
            let first = bytes[token.start]
            let next = token.end - token.start > 1 ? bytes[token.start + 1] : UInt8(ascii: "'")
            let isCapital = first &- UInt8(ascii: "A") < 26
            // “I” and “I’m” are no names, and a word all in capitals is shouted.
            let isPlain = afterEnd || next == UInt8(ascii: "'") || token.flags.contains(.capitals)
            cases.append(isPlain ? 0 : isCapital ? 2 : 1)
            afterEnd = token.flags.contains(.endsClause)
        }
    }

    mutating func count(_ found: FeatureReader.Found) {
        let words = cases[found.token..<found.token + found.count]
        if words.contains(2) { capitals[found.hash, default: 0] += 1 }
        if words.contains(where: { $0 > 0 }) { inside[found.hash, default: 0] += 1 }
    }

    /// Whether three of five uses inside sentences begin with a capital.
    func isName(_ hash: UInt64) -> Bool {
        guard let capitals = capitals[hash] else { return false }
        return Int(capitals) * 5 > Int(inside[hash] ?? 0) * 3
    }
}
