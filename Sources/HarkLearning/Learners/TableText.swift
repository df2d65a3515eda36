/// Writes learned rows as the text of a table.
enum TableText {
    static func text(_ remark: String, _ header: String, _ rows: [String]) -> String {
        remark + "\n" + header + "\n" + rows.joined(separator: "\n") + "\n"
    }

    /// A term and its weights in thousandths.
    static func row(_ term: String, _ weights: [Double]) -> String {
        ([term] + weights.map { String(Int(($0 * 1000).rounded())) }).joined(separator: "\t")
    }

    /// Terms in the order of their bytes, without those fixed by hand and those that say nothing.
    static func terms(_ terms: [(name: String, weights: [Double])], except fixed: [String]) -> [String] {
        let taken = Set(fixed.map { $0.prefix { $0 != "\t" } })
        return terms.filter { term in
            !taken.contains(term.name[...]) && term.weights.contains { ($0 * 1000).rounded() != 0 }
        }
        .sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        .map { row($0.name, $0.weights) }
    }
}
