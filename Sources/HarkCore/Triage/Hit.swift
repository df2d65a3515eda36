/// A row that was found in a text.
struct Hit {
    /// The row's number.
    var row: Int
    /// The first token.
    var token: Int
    /// How many tokens.
    var count: Int
    /// What it adds after negation and emphasis.
    var weight: Int
    /// What changed the weight.
    var changes: Changes = []

    /// What changes the weight of a word.
    struct Changes: OptionSet {
        let rawValue: UInt8

        static let intensified = Changes(rawValue: 1)
        static let capitals = Changes(rawValue: 2)
        static let negated = Changes(rawValue: 4)

        static let weakened = Changes(rawValue: 8)

        /// In words, as evidence says it; nil for none.
        var rule: String? {
            if isEmpty { return nil }
            let names: [(Changes, String)] = [
                (.intensified, "intensified"), (.capitals, "capitals"), (.negated, "negated"),
                (.weakened, "before a but"),
            ]
            return names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
        }
    }
}

/// Finds the rows of a text: longest terms first, each slot on its own.
struct HitFinder {
    private let model: KeywordModel
    private let text: TokenizedText
    private var covered: InlineArray<6, Int> = .init(repeating: 0)
    private(set) var hits = ContiguousArray<Hit>()

    init(_ model: KeywordModel, _ text: TokenizedText) {
        self.model = model
        self.text = text
        hits.reserveCapacity(text.tokens.count)
    }

    static func hits(of model: KeywordModel, in text: TokenizedText) -> ContiguousArray<Hit> {
        var finder = HitFinder(model, text)
        for token in text.tokens.indices { finder.find(at: token) }
        return finder.hits
    }

    private mutating func find(at first: Int) {
        let tokens = text.tokens
        let one = tokens[first].hash
        if first + 1 < tokens.count {
            let two = TextHash.join(one, tokens[first + 1].hash)
            if first + 2 < tokens.count {
                take(TextHash.join(two, tokens[first + 2].hash), first, 3)
                stems(after: two, first, 3)
            }
            take(two, first, 2)
            stems(after: one, first, 2)
        }
        take(one, first, 1)
        for stem in tokens[first].stems.reversed() { take(text.stems[Int(stem)], first, 1) }
        if tokens[first].short != 0 { take(tokens[first].short, first, 1) }
    }

    private mutating func stems(after left: UInt64, _ first: Int, _ count: Int) {
        for stem in text.tokens[first + count - 1].stems.reversed() {
            take(TextHash.join(left, text.stems[Int(stem)]), first, count)
        }
    }

    private mutating func take(_ hash: UInt64, _ first: Int, _ count: Int) {
        let postings = model.index.postings(hash)
        if postings.isEmpty { return }
        var taken: UInt8 = 0
        for posting in postings {
            let row = model.index.row(posting)
            guard row >= 0 else { continue }
            let slot = model.traits[row].slot.rawValue
            guard first >= covered[slot] || taken & (1 << UInt8(slot)) != 0 else { continue }
            taken |= 1 << UInt8(slot)
            covered[slot] = first + count
            hits.append(Hit(row: row, token: first, count: count, weight: model.traits[row].weight))
        }
    }
}
