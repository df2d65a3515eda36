/// Finds the rows of a hash: a sieve that most unknown words do not pass, then open addressing over one flat array. No
/// allocation on a look-up.
struct TermHashes: Sendable {
    /// What is known of a hash.
    struct Found {
        /// The numbers of its rows that tell a language.
        var languageRows: Range<Int32> = 0..<0
        /// The numbers of its other rows.
        var rows: Range<Int32> = 0..<0
        /// Whether it ends a term of several words as a stem.
        var endsLongTerm = false
        /// Its number among the whole words; −1 for none.
        var word: Int32 = -1
    }

    /// Where the rows of a hash stand; vacant when `first` is negative.
    private struct Entry {
        var hash: UInt64
        var first: Int32
        var count: UInt16
        /// How many of them, the first ones, tell a language.
        var languages: UInt8 = 0
        var endsLongTerm: Bool
        var word: Int32 = -1
    }

    /// The number of a row that is each whole word, by the word's number.
    let words: ContiguousArray<Int32>
    private let entries: ContiguousArray<Entry>
    /// One bit for each hash, at a place that its highest bits name: it fits the processor's nearest memory.
    private let sieve: ContiguousArray<UInt64>
    private let mask: Int
    private let sieveShift: UInt64

    /// The hashes of rows that ``grouped(_:)`` has ordered.
    init(_ table: ContiguousArray<KeywordRow>) {
        let (found, words) = Self.entries(of: table)
        self.words = words
        var capacity = 64
        while capacity * 3 < found.count * 4 { capacity *= 2 }
        var entries = ContiguousArray(
            repeating: Entry(hash: 0, first: -1, count: 0, endsLongTerm: false),
            count: capacity
        )
        // Eight bits or more for each hash: one unknown word of eight passes, or fewer.
        let sieveBits = min(capacity * 8, 1 << 20)
        sieveShift = UInt64(64 - sieveBits.trailingZeroBitCount)
        var sieve = ContiguousArray<UInt64>(repeating: 0, count: sieveBits / 64)
        for entry in found {
            let mixed = Self.mixed(entry.hash)
            var slot = Self.slot(mixed) & (capacity - 1)
            while entries[slot].first >= 0 { slot = (slot + 1) & (capacity - 1) }
            entries[slot] = entry
            let bit = mixed &>> sieveShift
            sieve[Int(bit &>> 6)] |= 1 &<< (bit & 63)
        }
        self.entries = entries
        self.sieve = sieve
        mask = capacity - 1
    }

    /// Rows of the same hash side by side, those of a language first, those of grammar last, else in their order.
    static func grouped(_ rows: [KeywordRow]) -> ContiguousArray<KeywordRow> {
        var firsts: [UInt64: Int] = [:]
        let keys = rows.enumerated().map { number, row in
            guard let hash = row.hash else { return (number, 0, number) }
            let first = firsts[hash] ?? number
            firsts[hash] = first
            return (first, row.slot.rawValue, number)
        }
        return ContiguousArray(rows.indices.sorted { keys[$0] < keys[$1] }.map { rows[$0] })
    }

    private static func entries(of table: ContiguousArray<KeywordRow>) -> ([Entry], words: ContiguousArray<Int32>) {
        // A stem must be known even where it only ends a longer term.
        let ends = Set(table.filter { $0.shape == .beginning && $0.words.count > 1 }.compactMap(\.words.last))
        var found: [Entry] = []
        var words = ContiguousArray<Int32>()
        for (number, row) in table.enumerated() {
            guard let hash = row.hash else { continue }
            if found.last?.hash != hash {
                found.append(Entry(hash: hash, first: Int32(number), count: 0, endsLongTerm: ends.contains(hash)))
                if row.shape == .whole, row.words.count == 1 {
                    found[found.count - 1].word = Int32(words.count)
                    words.append(Int32(number))
                }
            }
            found[found.count - 1].count += 1
            if row.slot == .language { found[found.count - 1].languages += 1 }
        }
        let known = Set(found.map(\.hash))
        let onlyEnds = ends.subtracting(known).sorted()
        return (found + onlyEnds.map { Entry(hash: $0, first: 0, count: 0, endsLongTerm: true) }, words)
    }

    /// What is known of a hash; nil when nothing is.
    @inline(__always)
    func find(_ hash: UInt64) -> Found? {
        let mixed = Self.mixed(hash)
        let bit = mixed &>> sieveShift
        guard (sieve[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63)) & 1 != 0 else { return nil }
        var slot = Self.slot(mixed) & mask
        while true {
            let entry = entries[slot]
            if entry.first < 0 { return nil }
            if entry.hash == hash {
                let others = entry.first &+ Int32(entry.languages)
                return Found(
                    languageRows: entry.first..<others,
                    rows: others..<entry.first &+ Int32(entry.count),
                    endsLongTerm: entry.endsLongTerm,
                    word: entry.word
                )
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64) -> UInt64 { (hash ^ (hash &>> 32)) &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    private static func slot(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed &>> 20) }
}
