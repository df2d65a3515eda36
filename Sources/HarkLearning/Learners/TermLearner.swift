import HarkCore

/// Learns what terms say about classes: logistic regression over all terms, each scaled by how unevenly the classes use
/// it (the log-count ratio of naive Bayes), then again over the terms that matter most.
struct TermLearner {
    /// The classes in order.
    var classes: [String]
    var reader: FeatureReader
    /// Where the learned rows will count: decides the metas that take part.
    var metas: [Meta] = []
    /// A term must stand in this many examples.
    var leastCount = 4
    /// How many terms are kept.
    var mostTerms = 3000
    var penalty = 2e-5
    /// How exactly the weights that are written are found; those that only choose terms are found roughly.
    var search = LimitedMemoryBFGS()
    /// How much more an example of a small source counts: 0 not at all, 1 so much that all sources count alike.
    var sourceBalance = 0.5
    /// The same for the labels of one source.
    var labelBalance = 0.5
    /// Whether sums are divided by the square root of the number of hits.
    var isNormalised = true
    /// What an example counts for beside what its source and label give it.
    var share: (LabelledExample) -> Double = { _ in 1 }
    /// Terms that are known to speak alike: each group shares a weight, and one of them need only stand in the examples
    /// once; one that was written by hand not even that.
    var hints = TermHints()
    /// Whether words that mostly stand in capitals inside a sentence are left out: in English those are names.
    var leavesOutNames = false
    /// Terms that must not be learned.
    var isForbidden: (String) -> Bool = { _ in false }
    /// Scores known beforehand, one list for each example, whose worth is learned too.
    var knownScores: [[Double]]?

    /// What was learned: terms and metas with a weight for each class, and what is added always.
    struct Learned {
        var terms: [(name: String, weights: [Double])]
        var metas: [(meta: Meta, weights: [Double])]
        var constants: [Double]
        /// What the known scores are worth, `[score][class]`.
        var factors: [[Double]]
    }

}

extension TermLearner {
    /// Learns from examples whose labels are among the classes.
    func learn(_ examples: [LabelledExample], kind: KeywordTable.Kind) -> Learned {
        let labels = examples.map { classes.firstIndex(of: $0.label) ?? 0 }
        let importance = zip(importance(examples), examples).map { $0 * share($1) }
        var (vocabulary, names) = named(candidates(examples), examples, kind)
        var fit = fitted(vocabulary, examples, labels, importance)
        // Half of the way first: what two terms say together is shared out anew before the rest is cut.
        for size in [mostTerms * 2, mostTerms] where size < vocabulary.count {
            vocabulary = best(size, vocabulary, fit)
            fit = fitted(vocabulary, examples, labels, importance)
        }
        return learned(vocabulary, names, fit)
    }

    /// Reads the stems that are hinted at too.
    private var wideReader: FeatureReader {
        var reader = reader
        reader.beginnings |= hints.beginnings
        return reader
    }

    /// What a fit over a vocabulary found.
    struct Fitted {
        /// For each feature and class.
        var weights: [Double]
        var constants: [Double]
        /// How many examples hold each term.
        var counts: [Double]
    }

    /// Rare labels and small sources count more, by powers of their shares.
    func importance(_ examples: [LabelledExample]) -> [Double] {
        // The years of one source count as one.
        func source(_ example: LabelledExample) -> String { String(example.source.prefix { !$0.isNumber }) }
        var counts: [String: Double] = [:]
        for example in examples {
            counts[source(example), default: 0] += 1
            counts[source(example) + "\t" + example.label, default: 0] += 1
        }
        let weights = counts.mapValues(ExactMath.log)
        return examples.map { example in
            let all = weights[source(example)] ?? 0
            let same = weights[source(example) + "\t" + example.label] ?? 0
            return ExactMath.exp(-sourceBalance * all - labelBalance * (same - all))
        }
    }

    /// Terms that stand in enough examples and are no names, and those hinted at, the hash being their order.
    private func candidates(_ examples: [LabelledExample]) -> Vocabulary {
        var counts: [UInt64: Int32] = [:]
        var names = NameCounter()
        var seen: Set<UInt64> = []
        for example in examples {
            seen.removeAll(keepingCapacity: true)
            let text = reader.tokens(example.text)
            if leavesOutNames { names.begin(example.text, text) }
            reader.forEachTerm(of: text) { found in
                guard seen.insert(found.hash).inserted else { return }
                counts[found.hash, default: 0] += 1
                if leavesOutNames { names.count(found) }
            }
        }
        let least = Int32(leastCount)
        let frequent = counts.filter { $0.value >= least && !names.isName($0.key) }.map(\.key)
        return Vocabulary(Set(frequent).union(hinted(examples)).sorted())
    }

    /// The terms hinted at that stand in the examples, and those hinted at by hand.
    private func hinted(_ examples: [LabelledExample]) -> Set<UInt64> {
        var hinted = Set(hints.handwritten.keys)
        if hints.count == 0 { return hinted }
        let reader = wideReader
        for example in examples {
            reader.forEachTerm(of: reader.tokens(example.text)) { found in
                if hints.groups[found.hash] != nil { hinted.insert(found.hash) }
            }
        }
        return hinted
    }

    private func rows(_ vocabulary: Vocabulary, _ examples: [LabelledExample]) -> SparseRows {
        var rows = SparseRows()
        let reader = wideReader
        for (number, example) in examples.enumerated() {
            let text = reader.tokens(example.text)
            var hits = 0
            vocabulary.forEachFeature(of: text, reader) { feature, value, found in
                rows.add(feature, value)
                if let hint = hints.groups[found.hash] {
                    rows.add(vocabulary.count + metas.count + hint, value)
                }
                hits += 1
            }
            let set = text.metas
            for (place, meta) in metas.enumerated() where set & meta.bit != 0 {
                rows.add(vocabulary.count + place, 1)
                hits += 1
            }
            if isNormalised { rows.scaleOpenExample(by: 1 / Double(max(1, hits)).squareRoot()) }
            if let known = knownScores {
                let first = vocabulary.count + metas.count + hints.count
                for (place, score) in known[number].enumerated() { rows.add(first + place, score) }
            }
            rows.endExample()
        }
        return rows
    }

    private func fitted(
        _ vocabulary: Vocabulary,
        _ examples: [LabelledExample],
        _ labels: [Int],
        _ importance: [Double]
    ) -> Fitted {
        let rows = rows(vocabulary, examples)
        let features = vocabulary.count + metas.count + hints.count + (knownScores?.first?.count ?? 0)
        let ratios = LogCountRatios(rows, labels, importance, features: features, classes: classes.count)
        var regression = SoftmaxRegression(classes: classes.count, features: features, penalty: penalty)
        if vocabulary.count <= mostTerms { regression.search = search }
        let fit = regression.fit(rows, labels: labels, importance: importance, scale: ratios.scale)
        return Fitted(weights: fit.weights, constants: fit.constants, counts: ratios.counts)
    }

    /// A term's weights with those of its group.
    private func weights(_ number: Int, _ vocabulary: Vocabulary, _ fit: Fitted) -> [Double] {
        let own = number * classes.count
        var weights = Array(fit.weights[own..<own + classes.count])
        if number < vocabulary.count, let hint = hints.groups[vocabulary.hashes[number]] {
            let shared = (vocabulary.count + metas.count + hint) * classes.count
            for k in weights.indices { weights[k] += fit.weights[shared + k] }
        }
        return weights
    }

    /// The terms that move the scores most: how far apart they put the classes, and how often.
    private func best(_ most: Int, _ vocabulary: Vocabulary, _ fit: Fitted) -> Vocabulary {
        let ranked = (0..<vocabulary.count).map { number -> (Double, Int) in
            let weights = weights(number, vocabulary, fit)
            let spread = (weights.max() ?? 0) - (weights.min() ?? 0)
            // What was written by hand ranks as if it stood in as many examples as are asked of other terms.
            let least = hints.handwritten[vocabulary.hashes[number]] == nil ? 0 : Double(leastCount)
            return (spread * max(fit.counts[number], least).squareRoot(), number)
        }
        let kept = ranked.sorted { ($0.0, $1.1) > ($1.0, $0.1) }.prefix(most).map(\.1).sorted()
        return Vocabulary(kept.map { vocabulary.hashes[$0] })
    }

    /// The terms that can be written in a table and may be.
    private func named(
        _ vocabulary: Vocabulary,
        _ examples: [LabelledExample],
        _ kind: KeywordTable.Kind
    ) -> (vocabulary: Vocabulary, names: [UInt64: String]) {
        var names = TermNames(kind)
        let reader = wideReader
        for example in examples { names.collect({ vocabulary[$0] != nil }, from: example.text, reader) }
        let all = names.names.merging(hints.handwritten) { seen, _ in seen }
        let kept = vocabulary.hashes.filter { hash in all[hash].map { !isForbidden($0) } ?? false }
        return (Vocabulary(kept), all)
    }

    private func learned(_ vocabulary: Vocabulary, _ names: [UInt64: String], _ fit: Fitted) -> Learned {
        let terms = (0..<vocabulary.count).compactMap { number in
            names[vocabulary.hashes[number]].map { (name: $0, weights: weights(number, vocabulary, fit)) }
        }
        let looks = metas.indices.map { place in
            (meta: metas[place], weights: weights(vocabulary.count + place, vocabulary, fit))
        }
        let first = vocabulary.count + metas.count + hints.count
        let factors = (0..<(knownScores?.first?.count ?? 0)).map { weights(first + $0, vocabulary, fit) }
        return Learned(terms: terms, metas: looks, constants: fit.constants, factors: factors)
    }
}
