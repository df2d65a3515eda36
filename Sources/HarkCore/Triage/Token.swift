/// One unit of a text: a word, an emoji, an emoticon.
struct Token {
    /// The first byte in the original text.
    var start: Int
    /// The byte after the last.
    var end: Int
    /// The folded word's hash.
    var hash: UInt64
    /// The hash with stretched letters cut down to one; 0 when nothing is stretched.
    var short: UInt64 = 0
    /// Where the known beginnings of the word stand in ``TokenizedText/stems``, longest last.
    var stems: Range<Int32> = 0..<0
    /// How many bytes the folded word has.
    var length = 0
    /// Whether it is written in capitals throughout (three letters or more).
    var isCapitals = false
    /// Whether the clause ends behind it.
    var endsClause = false
}

/// What a text is made of.
struct TokenizedText {
    var tokens = ContiguousArray<Token>()
    var stems = ContiguousArray<UInt64>()
    /// Letters that tell a language, by their row and token.
    var letters = ContiguousArray<(row: Int32, start: Int, length: Int)>()
    var marks = TextMarks()
}

/// What the look of a text says besides its words.
struct TextMarks {
    var letters = 0
    var capitals = 0
    var foreign = 0
    var mentions = 0
    var links = 0
    var stretched = 0
    /// The first run of two or more exclamation marks.
    var bangs: TextSpan?
    /// The first question mark.
    var question: TextSpan?
}
