/// What the tables say about the words of a text: rows by their hash, and of every word that is a row itself, all that
/// follows from it, worked out in advance.
package final class KeywordIndex: Sendable {
    private let hashes: TermHashes
    private let parts: ContiguousArray<WordPart>
    /// Which lengths of word beginnings exist at all, one bit a length.
    let beginnings: UInt64
    /// Which lengths of word endings exist at all.
    let endings: UInt64

    /// An index of rows that ``TermHashes/grouped(_:)`` has ordered.
    convenience init(_ table: ContiguousArray<KeywordRow>) {
        var hashes = TermHashes(table)
        let plain = KeywordIndex(table, hashes, parts: [])
        var parts = ContiguousArray<WordPart>()
        for number in hashes.terms.indices {
            let row = table[Int(hashes.terms[number].first)]
            guard row.hash == hashes.terms[number].hash, row.shape == .whole, row.words.count == 1,
                let text = plain.read(row)
            else { continue }
            let first = Int32(parts.count)
            parts += text.parts
            hashes.terms[number].language = text.tokens[0].language
            hashes.terms[number].isWord = true
            hashes.terms[number].parts = first..<Int32(parts.count)
        }
        self.init(table, hashes, parts: parts)
    }

    private init(_ table: ContiguousArray<KeywordRow>, _ hashes: TermHashes, parts: ContiguousArray<WordPart>) {
        func lengths(_ shape: KeywordRow.Shape) -> UInt64 {
            table.lazy.filter { $0.shape == shape }.reduce(0) { $0 | 1 << UInt64($1.partLength) }
        }
        self.hashes = hashes
        self.parts = parts
        beginnings = lengths(.beginning)
        endings = lengths(.ending)
    }

    /// A row's word, read as a text without what is known in advance; nil when it is not read as that word.
    private func read(_ row: KeywordRow) -> TokenizedText? {
        let text = Tokenizer.read(Array(row.term.utf8), filter: .known(self))
        return text.tokens.count == 1 && text.tokens[0].hash == row.hash ? text : nil
    }

    /// The number of a hash's term; nil when nothing is known of it.
    @inline(__always)
    func find(_ hash: UInt64) -> Int32? { hashes.find(hash) }

    /// What is known of a term, by its number.
    @inline(__always)
    subscript(number: Int32) -> KnownTerm { hashes.terms[Int(number)] }

    /// The numbers of the rows for a letter that tells a language.
    func languageRows(ofLetter scalar: UInt32) -> Range<Int32> {
        find(TextHash.character(scalar)).map { self[$0].languageRows } ?? 0..<0
    }

    /// Adds the beginnings and endings of a whole word, which are known in advance.
    @inline(__always)
    func addParts(of word: KnownTerm, to list: inout ContiguousArray<WordPart>) {
        for number in word.parts { list.append(parts[Int(number)]) }
    }
}
