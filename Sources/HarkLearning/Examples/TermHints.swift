import HarkCore

/// Terms that lexicons say speak alike: the learner gives each group a shared weight, so that rare words learn from
/// common ones. What stands under a negator has groups of its own: “not good” and “not splendid” speak alike too.
public struct TermHints: Sendable {
    private(set) var groups: [UInt64: Int] = [:]
    /// The terms that people hinted at by hand: each is known to matter, and may be learned though no example holds it.
    private(set) var handwritten: [UInt64: String] = [:]
    private(set) var count = 0
    /// The lengths of the stems among the terms, one bit each.
    private(set) var beginnings: UInt64 = 0

    /// No groups.
    public init() {}

    private mutating func add(_ term: String, _ group: Int, byHand: Bool = false) {
        guard let hash = KeywordRow.hash(ofTerm: term, kind: .topics) else { return }
        groups[hash] = group * 2
        if byHand { handwritten[hash] = term }
        if let negated = KeywordRow.hash(ofTerm: "NOT_" + term, kind: .topics) { groups[negated] = group * 2 + 1 }
        let stem = TermText.of(String(term.dropLast()))
        if term.hasSuffix("*"), !stem.contains(" "), stem.utf8.count < 64 { beginnings |= 1 << UInt64(stem.utf8.count) }
    }

    private mutating func open(_ groups: Int) -> Int {
        defer { count += groups * 2 }
        return count / 2
    }

    /// The lines of a file, whether they end in LF or in CR and LF, which Swift takes for one character.
    private static func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }

    /// The rows `word <tab> mean …` of the VADER lexicon: eight groups by the mean of the raters.
    public mutating func addValences(_ text: String) {
        let first = open(8)
        let bounds = [-2.5, -1.8, -1, 0, 1, 1.8, 2.5]
        for line in Self.lines(text) {
            let cells = line.split(separator: "\t")
            guard cells.count > 1, let mean = Double(cells[1]) else { continue }
            add(String(cells[0]), first + bounds.filter { $0 <= mean }.count)
        }
    }

    /// The rows of the Emoji Sentiment Ranking: five groups by (positive − negative) / all.
    public mutating func addEmoji(_ text: String) {
        let first = open(5)
        let bounds = [-0.3, 0, 0.3, 0.5]
        for line in Self.lines(text).dropFirst() {
            let cells = line.split(separator: ",")
            guard cells.count > 6, let negative = Double(cells[4]), let neutral = Double(cells[5]),
                let positive = Double(cells[6]), negative + neutral + positive > 0
            else { continue }
            let score = (positive - negative) / (negative + neutral + positive)
            add(String(cells[0]), first + bounds.filter { $0 <= score }.count)
        }
    }

    /// The hints of a curation, −3 to 3: six groups.
    public mutating func add(_ curation: Curation, table: String) {
        let first = open(6)
        for (term, points) in (curation.hints[table] ?? [:]).sorted(by: { $0.key < $1.key }) where points != 0 {
            add(term, first + (points < 0 ? points + 3 : points + 2), byHand: true)
        }
    }
}
