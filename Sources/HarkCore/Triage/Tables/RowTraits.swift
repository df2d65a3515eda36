/// What the walk over a text needs of a row, in few bytes: no text, no allocation. The row itself is asked only for
/// evidence.
struct RowTraits {
    private let first: Int32
    private let second: Int32
    private let third: Int32
    /// The number of the urgency group, or of the pack; −1 for none.
    private let number: Int32
    let slot: KeywordRow.Slot
    let role: KeywordRow.Role?
    /// The language the row is limited to.
    let language: Language?
    /// Whether the team's own table says it.
    let isOverride: Bool
    /// Whether it is a whole word or several, not a part of one.
    let isWhole: Bool

    var weights: ClassWeights { ClassWeights(Int(first), Int(second), Int(third)) }
    var weight: Int { Int(first) }
    var group: Int { Int(number) }

    init(_ row: KeywordRow, groups: [String]) {
        slot = row.slot
        role = row.role
        first = Int32(clamping: row.weights.first)
        second = Int32(clamping: row.weights.second)
        third = Int32(clamping: row.weights.third)
        language = row.language
        isWhole = row.shape == .whole
        isOverride = row.source.hasPrefix("overrides.tsv")
        let group =
            switch row.slot {
            case .urgency: row.group.flatMap { groups.firstIndex(of: $0) } ?? -1
            case .pack: row.number
            default: -1
            }
        number = Int32(group)
    }
}
