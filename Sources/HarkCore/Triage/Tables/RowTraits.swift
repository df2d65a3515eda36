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
    /// The languages of sentences in which it counts, a bit each.
    let languages: UInt8
    /// The language the row is limited to.
    let language: Language?
    /// Whether the team's own table says it.
    let isOverride: Bool

    var weights: ClassWeights { ClassWeights(Int(first), Int(second), Int(third)) }
    var weight: Int { Int(first) }
    var group: Int { Int(number) }

    init(_ row: KeywordRow, groups: [String]) {
        slot = row.slot
        languages = Language.allCases.filter { Self.counts(row, in: $0) }.reduce(0) { $0 | Self.bit($1) }
        role = row.role
        first = Int32(clamping: row.weights.first)
        second = Int32(clamping: row.weights.second)
        third = Int32(clamping: row.weights.third)
        language = row.language
        isOverride = Self.isOverride(row)
        let group =
            switch row.slot {
            case .urgency: row.group.flatMap { groups.firstIndex(of: $0) } ?? -1
            case .pack: row.number
            default: -1
            }
        number = Int32(group)
    }

    /// The bit of a language.
    static func bit(_ language: Language) -> UInt8 {
        switch language {
        case .german: 1
        case .english: 2
        case .other: 4
        }
    }

    /// Whether a row counts in a sentence of a language; in an unknown language the limited ones of both do, save tone.
    private static func counts(_ row: KeywordRow, in language: Language) -> Bool {
        switch row.slot {
        case .germanTone: language == .german
        case .englishTone: language == .english
        case .language, .grammar: false
        case .anyTone: language == .other || isOverride(row)
        case .pack, .spam, .urgency, .topic: language == .other || row.language == nil || row.language == language
        }
    }

    private static func isOverride(_ row: KeywordRow) -> Bool { row.source.hasPrefix("overrides.tsv") }
}
