/// Finds what is known of a hash: a sieve that most unknown terms do not pass, then open addressing over numbers. No
/// allocation on a look-up.
struct TermHashes: Sendable {
    /// What is known, by its number.
    var terms: ContiguousArray<KnownTerm>
    /// The number of a term, with bits of its hash above it that tell most others apart; ``vacant`` for none.
    private let slots: ContiguousArray<UInt32>
    /// One bit for each hash, at a place that its highest bits name: it fits the processor's nearest memory.
    private let sieve: ContiguousArray<UInt64>
    private let mask: Int
    private let sieveShift: UInt64
    /// The bits of a slot that hold the number: as many as the terms need.
    private let numberMask: UInt32

    private static let vacant = UInt32.max

    /// The hashes of rows that ``grouped(_:)`` has ordered.
    init(_ table: ContiguousArray<KeywordRow>) {
        let terms = Self.terms(of: table)
        // One number more than there are, so that none looks vacant.
        let numberMask = UInt32.max >> UInt32(UInt32(terms.count + 1).leadingZeroBitCount)
        var capacity = 64
        while capacity * 3 < terms.count * 4 { capacity *= 2 }
        var slots = ContiguousArray(repeating: Self.vacant, count: capacity)
        // Eight bits or more for each hash: one unknown word of eight passes, or fewer.
        let sieveBits = min(capacity * 8, 1 << 20)
        sieveShift = UInt64(64 - sieveBits.trailingZeroBitCount)
        var sieve = ContiguousArray<UInt64>(repeating: 0, count: sieveBits / 64)
        for (number, term) in terms.enumerated() {
            let mixed = Self.mixed(term.hash)
            var slot = Self.slot(mixed) & (capacity - 1)
            while slots[slot] != Self.vacant { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt32(truncatingIfNeeded: mixed) & ~numberMask | UInt32(number)
            let bit = mixed &>> sieveShift
            sieve[Int(bit &>> 6)] |= 1 &<< (bit & 63)
        }
        self.terms = terms
        self.slots = slots
        self.sieve = sieve
        self.numberMask = numberMask
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

    private static func terms(of table: ContiguousArray<KeywordRow>) -> ContiguousArray<KnownTerm> {
        // A stem must be known even where it only ends a longer term.
        let ends = Set(table.filter { $0.shape == .beginning && $0.words.count > 1 }.compactMap(\.words.last))
        var terms = ContiguousArray<KnownTerm>()
        for (number, row) in table.enumerated() {
            guard let hash = row.hash else { continue }
            if terms.last?.hash != hash {
                terms.append(KnownTerm(hash: hash, first: Int32(number), endsLongTerm: ends.contains(hash)))
            }
            if row.slot == .language {
                terms[terms.count - 1].languageCount += 1
                terms[terms.count - 1].language += LanguageWeights(row.weights)
            } else {
                terms[terms.count - 1].otherCount += 1
            }
        }
        let known = Set(terms.map(\.hash))
        let onlyEnds = ends.subtracting(known).sorted()
        return terms + onlyEnds.map { KnownTerm(hash: $0, first: 0, endsLongTerm: true) }
    }

    /// The number of a hash's term; nil when nothing is known of it.
    @inline(__always)
    func find(_ hash: UInt64) -> Int32? {
        let mixed = Self.mixed(hash)
        let bit = mixed &>> sieveShift
        guard (sieve[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63)) & 1 != 0 else { return nil }
        let tag = UInt32(truncatingIfNeeded: mixed) & ~numberMask
        var slot = Self.slot(mixed) & mask
        while true {
            let entry = slots[slot]
            if entry == Self.vacant { return nil }
            if entry & ~numberMask == tag {
                let number = Int(entry & numberMask)
                if terms[number].hash == hash { return Int32(truncatingIfNeeded: number) }
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64) -> UInt64 { (hash ^ (hash &>> 32)) &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    private static func slot(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed &>> 20) }
}
