/// What the walk over a text needs of a row: no text, no allocation. The row itself is asked only for evidence.
struct RowTraits {
    let slot: KeywordRow.Slot
    let role: KeywordRow.Role?
    let weights: ClassWeights
    /// The language the row is limited to.
    let language: Language?
    /// The number of the urgency group, or of the pack; −1 for none.
    let group: Int
    /// Whether the team's own table says it.
    let isOverride: Bool
    /// Whether it is a whole word or several, not a part of one.
    let isWhole: Bool

    var weight: Int { weights.first }

    init(_ row: KeywordRow, groups: [String]) {
        slot = row.slot
        role = row.role
        weights = row.weights
        language = row.language
        isWhole = row.shape == .whole
        isOverride = row.source.hasPrefix("overrides.tsv")
        group =
            switch row.slot {
            case .urgency: row.group.flatMap { groups.firstIndex(of: $0) } ?? -1
            case .pack: row.number
            default: -1
            }
    }
}
