/// The rows of the tables that are no words, by what they stand for.
struct MetaRows: Sendable {
    /// For each slot and meta the number of its row, −1 for none.
    private let rows: ContiguousArray<Int32>
    /// For each slot the metas that have a row.
    private let present: [UInt64]

    init(_ table: ContiguousArray<KeywordRow>) {
        let width = Meta.all.count
        var rows = ContiguousArray<Int32>(repeating: -1, count: KeywordRow.Slot.allCases.count * width)
        var present = [UInt64](repeating: 0, count: KeywordRow.Slot.allCases.count)
        for (number, row) in table.enumerated() {
            guard let meta = row.meta else { continue }
            rows[row.slot.rawValue * width + meta.rawValue] = Int32(number)
            present[row.slot.rawValue] |= meta.bit
        }
        self.rows = rows
        self.present = present
    }

    /// The number of the row for a meta in a slot.
    func row(_ meta: Meta, _ slot: KeywordRow.Slot) -> Int? {
        let row = rows[slot.rawValue * Meta.all.count + meta.rawValue]
        return row < 0 ? nil : Int(row)
    }

    /// Calls for each meta of a set that has a row in the slot.
    @inline(__always)
    func forEach(_ set: UInt64, _ slot: KeywordRow.Slot, _ body: (Int, Int) -> Void) {
        var left = set & present[slot.rawValue]
        while left != 0 {
            let place = left.trailingZeroBitCount
            left &= left - 1
            body(place, Int(rows[slot.rawValue * Meta.all.count + place]))
        }
    }
}
