extension Correction.Verdict {
    /// Reads a verdict as people write it: `urgency=high sentiment=negative topic=delivery`. `topic=` alone says that it is
    /// about nothing in particular.
    public init(words: [String]) throws(Failure) {
        self.init()
        for word in words {
            let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else {
                throw Failure(
                    .badRequest,
                    "“\(word)” says nothing; write urgency=high, sentiment=negative or topic=delivery"
                )
            }
            switch halves[0] {
            case "urgency": urgency = try Self.choice(halves[1], of: "urgency")
            case "sentiment": sentiment = try Self.choice(halves[1], of: "sentiment")
            case "topic": topics = (topics ?? []) + (halves[1].isEmpty ? [] : [halves[1]])
            default:
                throw Failure(.badRequest, "“\(halves[0])” cannot be marked; urgency, sentiment and topic can")
            }
        }
        guard self != Self() else { throw Failure(.badRequest, "say what is true of it: mark 42 urgency=high") }
    }

    private static func choice<Word: RawRepresentable & CaseIterable>(
        _ text: String,
        of name: String
    ) throws(Failure) -> Word where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.badRequest, "“\(text)” is no \(name); it is one of \(words)")
    }
}
