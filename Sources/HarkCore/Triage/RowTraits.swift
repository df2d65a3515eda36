/// What the walk over a text needs of a row: no text, no allocation. The row itself is asked only for evidence.
struct RowTraits {
    let slot: KeywordRow.Slot
    let role: KeywordRow.Role
    let weight: Int
    /// The language the row is limited to.
    let language: Language?
    /// The language a row of ``KeywordRow/Slot/language`` speaks for.
    let speaks: Language
    /// The number of the urgency group; −1 for none.
    let group: Int

    init(_ row: KeywordRow, groups: [String]) {
        slot = row.slot
        role = row.role
        weight = row.weight
        language = row.language
        speaks = row.group.flatMap(Language.init(rawValue:)) ?? .other
        group = row.slot == .urgency ? row.group.flatMap { groups.firstIndex(of: $0) } ?? -1 : -1
    }
}
