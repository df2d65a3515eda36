/// What counts besides words; each is a term of its own in a table.
package enum Meta: String, Sendable, CaseIterable {
    /// What every message begins with.
    case base = "META_BASE"
    /// Most of the text in capitals.
    case capitals = "META_CAPS"
    /// One or more words in capitals.
    case capitalWord = "META_CAPS_WORD"
    /// An exclamation mark.
    case bang = "META_BANG"
    /// Two or more exclamation marks in a row.
    case bangs = "META_BANGS"
    /// A question mark.
    case question = "META_QUESTION"
    /// Two or more question marks in a row.
    case questions = "META_QUESTIONS"
    /// Stretched words: soooo.
    case stretched = "META_STRETCHED"
    /// A web address.
    case link = "META_LINK"
    /// Somebody is addressed.
    case mention = "META_MENTION"
    /// The text begins by addressing somebody.
    case addressed = "META_ADDRESSED"
    /// Four or more people addressed.
    case mentions = "META_MENTIONS"
    /// A hashtag.
    case hashtag = "META_HASHTAG"
    /// Three or more hashtags.
    case hashtags = "META_HASHTAGS"
    /// A number.
    case number = "META_NUMBER"
    /// A number of five digits or more, as telephone numbers are.
    case longNumber = "META_LONG_NUMBER"
    /// Dots in a row.
    case ellipsis = "META_ELLIPSIS"
    /// Quotation marks.
    case quote = "META_QUOTE"
    /// A sign of money.
    case currency = "META_CURRENCY"
    /// Four words or fewer.
    case short = "META_SHORT"
    /// Fifteen words or more.
    case long = "META_LONG"
    /// Twenty-five words or more.
    case veryLong = "META_VERY_LONG"

    /// The base tables' score for the negative class, multiplied by a pack's row.
    case negative = "META_NEGATIVE"
    /// The base tables' score for the neutral class.
    case neutral = "META_NEUTRAL"
    /// The base tables' score for the positive class.
    case positive = "META_POSITIVE"

    /// What the gate took for spam.
    case spam = "META_SPAM"

    /// Where "normal" begins on the scale of the sum.
    case cutNormal = "META_CUT_NORMAL"
    /// Where "high" begins.
    case cutHigh = "META_CUT_HIGH"
    /// Where "critical" begins.
    case cutCritical = "META_CUT_CRITICAL"

    /// Written to us alone.
    case isPrivate = "META_PRIVATE"
    /// An author with 10,000 followers or more.
    case reach = "META_REACH"
    /// An author with 100,000 followers or more; counts with the one before.
    case wideReach = "META_WIDE_REACH"
    /// For each message of the author that waits already, at most three.
    case unanswered = "META_UNANSWERED"
    /// For each hour the author waits already, at most eight.
    case waiting = "META_WAITING"
    /// An author of the press list.
    case press = "META_PRESS"
    /// The network lets us answer for less than four hours more.
    case closing = "META_CLOSING"

    /// Its place among all, a bit in a set.
    package var bit: UInt64 { 1 << UInt64(place) }
    /// Its place among all.
    package var place: Int { Self.places[self] ?? 0 }

    /// All, in their order, made once.
    static let all = ContiguousArray(allCases)
    private static let places = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}

extension TokenizedText {
    /// What the look of the text says, as a set of ``Meta`` bits.
    package var metas: UInt64 {
        var set: UInt64 = 0
        @inline(__always) func add(_ bit: UInt64, _ holds: Bool) { if holds { set |= bit } }
        let bits = MetaBits.shared
        add(bits.capitals, marks.letters >= 12 && marks.capitals * 2 > marks.letters)
        add(bits.capitalWord, marks.capitalWords > 0)
        add(bits.bang, marks.bang != nil)
        add(bits.bangs, marks.bangs != nil)
        add(bits.question, marks.question != nil)
        add(bits.questions, marks.questions != nil)
        add(bits.stretched, marks.stretched > 0)
        add(bits.link, marks.links > 0)
        add(bits.mention, marks.mentions > 0)
        add(bits.addressed, marks.isAddressed)
        add(bits.mentions, marks.mentions >= 4)
        add(bits.hashtag, marks.hashtags > 0)
        add(bits.hashtags, marks.hashtags >= 3)
        add(bits.number, marks.numbers > 0)
        add(bits.longNumber, marks.longNumbers > 0)
        add(bits.ellipsis, marks.ellipses > 0)
        add(bits.quote, marks.quotes > 0)
        add(bits.currency, marks.currencies > 0)
        add(bits.short, tokens.count <= 4)
        add(bits.long, tokens.count >= 15)
        add(bits.veryLong, tokens.count >= 25)
        return set
    }

    /// Where the mark stands that a bit stands for; nil for what concerns the whole text.
    func span(of meta: Meta) -> TextSpan? {
        switch meta {
        case .bang: marks.bang
        case .bangs: marks.bangs
        case .question: marks.question
        case .questions: marks.questions
        default: nil
        }
    }
}
