extension KeywordRow {
    /// The hash by which the index finds a row with this term; nil where a table would refuse it.
    package static func hash(ofTerm term: String, kind: KeywordTable.Kind) -> UInt64? {
        var row = KeywordRow(term: term, slot: .topic)
        do {
            try TermReader(kind: kind).write(term, into: &row)
        } catch {
            return nil
        }
        return row.hash
    }

    /// The hash of the whole term; nil for what is no word.
    var hash: UInt64? {
        words.first.map { first in words.dropFirst().reduce(first) { TextHash.join($0, $1) } }
    }
}
