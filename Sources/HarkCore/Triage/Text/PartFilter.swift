/// Which beginnings and endings of words are worth a look.
package enum PartFilter {
    /// None: whole words only.
    case none
    /// Those the tables have rows for.
    case known(KeywordIndex)
    /// All of the lengths whose bits are set: what a learner starts from.
    case all(beginnings: UInt64, endings: UInt64)

    var beginnings: UInt64 {
        switch self {
        case .none: 0
        case .known(let index): index.beginnings
        case .all(let beginnings, _): beginnings
        }
    }

    var endings: UInt64 {
        switch self {
        case .none: 0
        case .known(let index): index.endings
        case .all(_, let endings): endings
        }
    }

    @inline(__always)
    func takes(_ part: UInt64) -> Bool {
        switch self {
        case .none: false
        case .known(let index): !index.postings(part).isEmpty
        case .all: true
        }
    }
}
