/// What the tables know of a term, side by side in memory: most words of a message are known, and every look elsewhere
/// costs more than the arithmetic.
struct KnownTerm {
    let hash: UInt64
    /// The number of its first row; those that tell a language come first.
    let first: Int32
    /// How many rows tell a language.
    var languageCount: UInt8 = 0
    /// How many other rows it has.
    var otherCount: UInt16 = 0
    /// Whether it ends a term of several words as a stem.
    var endsLongTerm = false
    /// Whether it is a whole word, so that what follows from its letters is known, too.
    var isWord = false
    /// What it says about the language; of a whole word with its beginnings and endings.
    var language = LanguageWeights()
    /// Where a whole word's beginnings and endings that say more than the language stand in the index.
    var parts: Range<Int32> = 0..<0

    /// The numbers of its rows that tell a language.
    @inline(__always)
    var languageRows: Range<Int32> { first..<first &+ Int32(languageCount) }

    /// The numbers of its other rows.
    @inline(__always)
    var rows: Range<Int32> {
        let start = first &+ Int32(languageCount)
        return start..<start &+ Int32(otherCount)
    }

    /// Whether it says more than the language.
    @inline(__always)
    var saysMore: Bool { otherCount > 0 || endsLongTerm }
}
