/// Finds what the tables say about a hash: open addressing over flat arrays, no allocation on a look-up.
package final class KeywordIndex: Sendable {
    private let keys: ContiguousArray<UInt64>
    private let ranges: ContiguousArray<Range<Int32>>
    private let rows: ContiguousArray<Int32>
    private let mask: Int
    /// Which lengths of word beginnings exist at all, one bit a length.
    let beginnings: UInt64
    /// Which lengths of word endings exist at all.
    let endings: UInt64
    /// Whether a term of several words ends in a star.
    let hasLongStems: Bool

    init(_ table: ContiguousArray<KeywordRow>) {
        let entries = Self.entries(of: table)
        let parts = table.filter { $0.shape == .beginning || $0.shape == .ending }
        func lengths(_ shape: KeywordRow.Shape) -> UInt64 {
            parts.filter { $0.shape == shape }.reduce(0) { $0 | 1 << UInt64($1.partLength) }
        }
        beginnings = lengths(.beginning)
        endings = lengths(.ending)
        hasLongStems = parts.contains { $0.words.count > 1 }
        var capacity = 64
        while capacity < entries.count * 3 { capacity *= 2 }
        var keys = ContiguousArray<UInt64>(repeating: 0, count: capacity)
        var ranges = ContiguousArray<Range<Int32>>(repeating: 0..<0, count: capacity)
        var rows = ContiguousArray<Int32>()
        for (hash, list) in entries.sorted(by: { $0.key < $1.key }) {
            var slot = Self.slot(hash) & (capacity - 1)
            while !ranges[slot].isEmpty { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = hash
            ranges[slot] = Int32(rows.count)..<Int32(rows.count + list.count)
            rows += list
        }
        self.keys = keys
        self.ranges = ranges
        self.rows = rows
        mask = capacity - 1
    }

    private static func entries(of table: ContiguousArray<KeywordRow>) -> [UInt64: [Int32]] {
        var entries: [UInt64: [Int32]] = [:]
        for (number, row) in table.enumerated() where !row.words.isEmpty {
            let hash = row.words.dropFirst().reduce(row.words[0]) { TextHash.join($0, $1) }
            entries[hash, default: []].append(Int32(number))
        }
        // A stem must be known even where it only ends a longer term.
        for row in table where row.shape == .beginning && row.words.count > 1 {
            if let last = row.words.last, entries[last] == nil { entries[last] = [-1] }
        }
        return entries
    }

    /// The postings of a hash, to be resolved by ``row(_:)``; empty when it is unknown.
    @inline(__always)
    func postings(_ hash: UInt64) -> Range<Int32> {
        var slot = Self.slot(hash) & mask
        while true {
            let range = ranges[slot]
            if range.isEmpty || keys[slot] == hash { return range }
            slot = (slot + 1) & mask
        }
    }

    /// The row of a posting; −1 where a stem only ends a longer term.
    @inline(__always)
    func row(_ posting: Int32) -> Int { Int(rows[Int(posting)]) }

    @inline(__always)
    private static func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: ((hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }
}
