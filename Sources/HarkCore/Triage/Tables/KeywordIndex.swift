/// Finds the rows of a hash: a sieve that most unknown words do not pass, then open addressing over one flat array. No
/// allocation on a look-up.
package final class KeywordIndex: Sendable {
    /// Where the rows of a hash stand; vacant when `first` is negative.
    private struct Entry {
        var hash: UInt64
        var first: Int32
        var end: Int32
    }

    private let entries: ContiguousArray<Entry>
    /// One bit for each hash, at a place that its highest bits name: it fits the processor's nearest memory.
    private let sieve: ContiguousArray<UInt64>
    private let mask: Int
    private let sieveShift: UInt64
    /// Which lengths of word beginnings exist at all, one bit a length.
    let beginnings: UInt64
    /// Which lengths of word endings exist at all.
    let endings: UInt64
    /// Whether a term of several words ends in a star.
    let hasLongStems: Bool

    /// An index of rows that ``grouped(_:)`` has ordered.
    init(_ table: ContiguousArray<KeywordRow>) {
        let parts = table.filter { $0.shape == .beginning || $0.shape == .ending }
        func lengths(_ shape: KeywordRow.Shape) -> UInt64 {
            parts.filter { $0.shape == shape }.reduce(0) { $0 | 1 << UInt64($1.partLength) }
        }
        beginnings = lengths(.beginning)
        endings = lengths(.ending)
        hasLongStems = parts.contains { $0.words.count > 1 }

        let found = Self.ranges(of: table)
        var capacity = 64
        while capacity * 3 < found.count * 4 { capacity *= 2 }
        var entries = ContiguousArray(repeating: Entry(hash: 0, first: -1, end: -1), count: capacity)
        // Eight bits or more for each hash: one unknown word of eight passes, or fewer.
        let sieveBits = min(capacity * 8, 1 << 20)
        sieveShift = UInt64(64 - sieveBits.trailingZeroBitCount)
        var sieve = ContiguousArray<UInt64>(repeating: 0, count: sieveBits / 64)
        for entry in found {
            let mixed = Self.mixed(entry.hash)
            var slot = Self.slot(mixed) & (capacity - 1)
            while entries[slot].first >= 0 { slot = (slot + 1) & (capacity - 1) }
            entries[slot] = entry
            let bit = Int(truncatingIfNeeded: mixed >> sieveShift)
            sieve[bit >> 6] |= 1 << UInt64(bit & 63)
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

    private static func ranges(of table: ContiguousArray<KeywordRow>) -> [Entry] {
        var found: [Entry] = []
        var seen: Set<UInt64> = []
        for (number, row) in table.enumerated() {
            guard let hash = row.hash else { continue }
            if let last = found.indices.last, found[last].hash == hash, Int(found[last].end) == number {
                found[last].end += 1
            } else {
                found.append(Entry(hash: hash, first: Int32(number), end: Int32(number + 1)))
                seen.insert(hash)
            }
        }
        // A stem must be known even where it only ends a longer term.
        for row in table where row.shape == .beginning && row.words.count > 1 {
            if let last = row.words.last, seen.insert(last).inserted {
                found.append(Entry(hash: last, first: 0, end: 0))
            }
        }
        return found
    }

    /// The numbers of a hash's rows; nil when it is unknown, empty where a stem only ends a longer term.
    @inline(__always)
    func find(_ hash: UInt64) -> Range<Int32>? {
        let mixed = Self.mixed(hash)
        let bit = Int(truncatingIfNeeded: mixed >> sieveShift)
        guard sieve[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
        var slot = Self.slot(mixed) & mask
        while true {
            let entry = entries[slot]
            if entry.first < 0 { return nil }
            if entry.hash == hash { return entry.first..<entry.end }
            slot = (slot + 1) & mask
        }
    }

    /// The numbers of a hash's rows; empty when it is unknown.
    @inline(__always)
    func rows(_ hash: UInt64) -> Range<Int32> { find(hash) ?? 0..<0 }

    @inline(__always)
    private static func mixed(_ hash: UInt64) -> UInt64 { (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    private static func slot(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed >> 20) }
}
