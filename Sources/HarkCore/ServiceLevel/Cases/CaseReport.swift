/// How a case file fared: agreements and disagreements by kind and by source.
public struct CaseReport: Sendable, Hashable, Codable {
    /// Agreements and disagreements of a group.
    public struct Tally: Sendable, Hashable, Codable {
        /// Cases in which the engine says what is expected.
        public var agree = 0
        /// The others.
        public var disagree = 0
    }

    /// A case as it was judged.
    public struct Judgement: Sendable, Hashable, Codable {
        /// The case's name.
        public var id: String
        /// What was asked.
        public var kind: String
        /// Where the fact is from.
        public var source: String
        /// What the case is about.
        public var tags: [String]
        /// What the file expects.
        public var expected: String
        /// What the engine says.
        public var got: String
    }

    /// Cases in which the engine says what is expected.
    public private(set) var agree = 0
    /// The others.
    public private(set) var disagree = 0
    /// By what was asked.
    public private(set) var byKind: [String: Tally] = [:]
    /// By where the facts are from.
    public private(set) var bySource: [String: Tally] = [:]
    /// Each disagreement, in the order of the file.
    public private(set) var disagreements: [Judgement] = []

    init() {}

    mutating func count(_ judgement: Judgement, agrees: Bool) {
        let path: WritableKeyPath<Tally, Int> = agrees ? \.agree : \.disagree
        byKind[judgement.kind, default: Tally()][keyPath: path] += 1
        bySource[judgement.source, default: Tally()][keyPath: path] += 1
        if agrees { agree += 1 } else { disagree += 1 }
        if !agrees { disagreements.append(judgement) }
    }
}
