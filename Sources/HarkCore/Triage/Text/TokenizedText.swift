/// What a text is made of.
package struct TokenizedText {
    /// Words, emoji and emoticons in their order.
    package var tokens = ContiguousArray<Token>()
    /// The beginnings and endings of all words that are known to say more than the language; for a learner all.
    var parts = ContiguousArray<WordPart>()
    /// Characters of other scripts and with marks that tables may know, with their places.
    var letters = ContiguousArray<(scalar: UInt32, start: Int, length: Int)>()
    /// What its look says.
    package var marks = TextMarks()
}

/// A beginning or an ending of a word.
struct WordPart {
    let hash: UInt64
    /// Its number among the known terms; −1 for what a learner collects.
    var number: Int32 = -1
    /// Whether it ends a term of several words.
    var endsLongTerm = false
}

/// What the look of a text says besides its words.
package struct TextMarks {
    var letters = 0
    var capitals = 0
    /// Letters of other scripts than the Latin one.
    package var foreign = 0
    var mentions = 0
    var links = 0
    var stretched = 0
    var hashtags = 0
    var numbers = 0
    var longNumbers = 0
    var ellipses = 0
    var quotes = 0
    var currencies = 0
    var capitalWords = 0
    /// Whether the text begins by addressing somebody.
    var isAddressed = false
    /// The first run of two or more exclamation marks.
    var bangs: TextSpan?
    /// The first exclamation mark.
    var bang: TextSpan?
    /// The first question mark.
    var question: TextSpan?
    /// The first run of two or more question marks.
    var questions: TextSpan?
}
