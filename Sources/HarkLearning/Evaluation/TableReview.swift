public import HarkCore

/// Looks for rows that contradict each other or can never count.
public struct TableReview: Sendable {
    /// One row to look at.
    public struct Finding: Sendable, Hashable, Codable {
        /// Where it stands: `urgency.tsv:41`.
        public var source: String
        /// What is the matter with it.
        public var detail: String
    }

    /// What was found, in the order of the tables.
    public private(set) var findings: [Finding] = []

    /// Reviews tables that can be read.
    public init(_ tables: [KeywordTable]) {
        let rows = tables.flatMap(\.rows).filter { [.urgency, .topic].contains($0.slot) && $0.meta == nil }
        contradictions(rows.filter { $0.slot == .urgency })
        for slot in [KeywordRow.Slot.urgency, .topic] { deadRows(rows.filter { $0.slot == slot }) }
    }

    /// The same term raises and lowers the urgency.
    private mutating func contradictions(_ rows: [KeywordRow]) {
        var first: [[UInt64]: KeywordRow] = [:]
        for row in rows {
            guard let other = first[row.words], Self.meet(row, other) else {
                first[row.words] = row
                continue
            }
            if (other.weight < 0) != (row.weight < 0) {
                findings.append(
                    .init(
                        source: row.source,
                        detail: "“\(row.term)” lowers here and raises in \(other.source), or the reverse"
                    )
                )
            } else if other.group != row.group {
                findings.append(
                    .init(source: row.source, detail: "“\(row.term)” stands in another group in \(other.source)")
                )
            }
        }
    }

    /// A shorter stem of the same group says the same already.
    private mutating func deadRows(_ rows: [KeywordRow]) {
        let stems = rows.filter { $0.shape == .beginning && $0.words.count == 1 }
        let byWord = Dictionary(grouping: stems) { TermText.of(String($0.term.dropLast())) }
        for row in rows where row.words.count == 1 && (row.shape == .whole || row.shape == .beginning) {
            let word = TermText.of(row.shape == .beginning ? String(row.term.dropLast()) : row.term)
            for length in 3..<max(4, word.utf8.count + 1) {
                guard let short = byWord[String(word.prefix(length))]?.first, short.source != row.source else {
                    continue
                }
                guard short.group == row.group, short.weight == row.weight, Self.meet(row, short) else { continue }
                findings.append(
                    .init(
                        source: row.source,
                        detail: "“\(row.term)” says no more than “\(short.term)” in \(short.source)"
                    )
                )
                break
            }
        }
    }

    private static func meet(_ row: KeywordRow, _ other: KeywordRow) -> Bool {
        row.language == nil || other.language == nil || row.language == other.language
    }
}
