/// Yes or no, as people write it.
enum Answer: String, CaseIterable {
    case `true`, `false`, yes, no

    var isYes: Bool { self == .true || self == .yes }
}
