/// One unit of a text: a word, an emoji, an emoticon.
package struct Token {
    /// The first byte in the original text.
    package var start: Int
    /// The byte after the last.
    package var end: Int
    /// The folded word's hash.
    package var hash: UInt64
    /// Its number among the known terms; −1 when nothing is known of it.
    var number: Int32 = -1
    /// What it says about the language, with its beginnings and endings.
    var language = LanguageWeights()
    /// The hash with stretched letters cut down to one; 0 when nothing is stretched.
    package var short: UInt64 = 0
    /// Where the known beginnings and endings of the word stand in ``TokenizedText/parts``, longest beginnings last.
    var parts: Range<Int32> = 0..<0
    /// How many bytes the folded word has; 0 for emoji and emoticons.
    package var length = 0
    /// The sentence it stands in, counted from 0.
    var sentence: Int32 = 0
    /// What it looks like and what follows.
    package var flags: Flags = []

    /// What a token looks like, what follows it, and what the words around make of it.
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Written in capitals throughout, three letters or more.
        package static let capitals = Flags(rawValue: 1)
        /// The clause ends behind it.
        package static let endsClause = Flags(rawValue: 2)
        /// Within the reach of a negator.
        package static let negated = Flags(rawValue: 4)
        /// Right behind an intensifier.
        package static let intensified = Flags(rawValue: 8)
        /// A "but" follows, which weakens what was said before it.
        package static let weakened = Flags(rawValue: 16)
        /// Known to be an emoji or an emoticon.
        package static let symbol = Flags(rawValue: 32)
    }
}

extension Token {
    /// Whether it is an emoji or an emoticon.
    package var isSymbol: Bool { flags.contains(.symbol) }
}
