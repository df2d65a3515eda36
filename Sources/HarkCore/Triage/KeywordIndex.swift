/// Finds what the tables say about a hash: open addressing over flat arrays, no allocation on a look-up.
struct KeywordIndex: Sendable {
    private var keys: ContiguousArray<UInt64>
    private var ranges: ContiguousArray<Range<Int32>>
    private var rows: ContiguousArray<Int32> = []
    private let mask: Int
    /// Which lengths of word beginnings exist at all, one bit a length.
    private(set) var stemLengths: UInt64 = 0

    init(_ entries: [UInt64: [Int32]], stemLengths: UInt64) {
        var capacity = 64
        while capacity < entries.count * 3 { capacity *= 2 }
        keys = .init(repeating: 0, count: capacity)
        ranges = .init(repeating: 0..<0, count: capacity)
        mask = capacity - 1
        self.stemLengths = stemLengths
        for (hash, list) in entries.sorted(by: { $0.key < $1.key }) {
            var slot = Self.slot(hash) & mask
            while !ranges[slot].isEmpty { slot = (slot + 1) & mask }
            keys[slot] = hash
            ranges[slot] = Int32(rows.count)..<Int32(rows.count + list.count)
            rows += list
        }
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

    @inline(__always)
    func row(_ posting: Int32) -> Int { Int(rows[Int(posting)]) }

    @inline(__always)
    private static func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15 >> 20)
    }
}
