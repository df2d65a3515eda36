/// What the tables say about the words of a text: rows by their hash, and of every word that is a row itself, all that
/// follows from it, worked out in advance. Most words of a message are such words.
package final class KeywordIndex: Sendable {
    typealias Found = TermHashes.Found

    /// What is known of a whole word in advance.
    struct Word {
        /// What the word and its beginnings and endings say about the language.
        var language = ClassWeights.zero
        /// Its beginnings and endings that say more than the language.
        var parts: Range<Int32> = 0..<0
    }

    private let terms: TermHashes
    private let words: ContiguousArray<Word?>
    private let parts: ContiguousArray<WordPart>
    /// Which lengths of word beginnings exist at all, one bit a length.
    let beginnings: UInt64
    /// Which lengths of word endings exist at all.
    let endings: UInt64

    /// An index of rows that ``TermHashes/grouped(_:)`` has ordered.
    convenience init(_ table: ContiguousArray<KeywordRow>) {
        let terms = TermHashes(table)
        let plain = KeywordIndex(table, terms, words: [], parts: [])
        var words = ContiguousArray<Word?>()
        var parts = ContiguousArray<WordPart>()
        for row in terms.words {
            guard let text = plain.read(table[Int(row)]) else {
                words.append(nil)
                continue
            }
            var word = Word()
            for rows in [text.tokens[0].found.languageRows] + text.parts.map(\.found.languageRows) {
                for row in rows { word.language += table[Int(row)].weights }
            }
            let first = Int32(parts.count)
            parts += text.parts.filter { !$0.found.rows.isEmpty || $0.found.endsLongTerm }
            word.parts = first..<Int32(parts.count)
            words.append(word)
        }
        self.init(table, terms, words: words, parts: parts)
    }

    private init(
        _ table: ContiguousArray<KeywordRow>,
        _ terms: TermHashes,
        words: ContiguousArray<Word?>,
        parts: ContiguousArray<WordPart>
    ) {
        func lengths(_ shape: KeywordRow.Shape) -> UInt64 {
            table.lazy.filter { $0.shape == shape }.reduce(0) { $0 | 1 << UInt64($1.partLength) }
        }
        self.terms = terms
        self.words = words
        self.parts = parts
        beginnings = lengths(.beginning)
        endings = lengths(.ending)
    }

    /// A row's word, read as a text without what is known in advance; nil when it is not read as that word.
    private func read(_ row: KeywordRow) -> TokenizedText? {
        let text = Tokenizer.read(Array(row.term.utf8), filter: .known(self))
        return text.tokens.count == 1 && text.tokens[0].hash == row.hash ? text : nil
    }

    /// What is known of a hash; nil when nothing is.
    @inline(__always)
    func find(_ hash: UInt64) -> Found? { terms.find(hash) }

    /// The numbers of a hash's rows that tell no language; empty when it is unknown.
    @inline(__always)
    func rows(_ hash: UInt64) -> Range<Int32> { terms.find(hash)?.rows ?? 0..<0 }

    /// What is known in advance of a word that was found; nil when nothing is.
    @inline(__always)
    func word(_ found: Found) -> Word? {
        let number = Int(found.word)
        return number >= 0 && number < words.count ? words[number] : nil
    }

    /// Adds the beginnings and endings of a word that is known in advance.
    @inline(__always)
    func addParts(of word: Word, to list: inout ContiguousArray<WordPart>) {
        for number in word.parts { list.append(parts[Int(number)]) }
    }
}
