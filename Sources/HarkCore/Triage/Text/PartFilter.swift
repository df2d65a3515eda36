/// Which beginnings and endings of words, and which emoticons, are worth a look.
package enum PartFilter {
    /// Those the tables have rows for.
    case known(KeywordIndex)
    /// All of the lengths whose bits are set: what a learner starts from.
    case all(beginnings: UInt64, endings: UInt64)

    var index: KeywordIndex? {
        switch self {
        case .known(let index): index
        case .all: nil
        }
    }

    var beginnings: UInt64 {
        switch self {
        case .known(let index): index.beginnings
        case .all(let beginnings, _): beginnings
        }
    }

    var endings: UInt64 {
        switch self {
        case .known(let index): index.endings
        case .all(_, let endings): endings
        }
    }
}
