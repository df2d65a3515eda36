/// What counts besides words; each is a term of its own in a table.
package enum Meta: Int, Sendable, CaseIterable {
    /// What every message begins with.
    case base
    /// Most of the text in capitals.
    case capitals
    /// One or more words in capitals.
    case capitalWord
    /// An exclamation mark.
    case bang
    /// Two or more exclamation marks in a row.
    case bangs
    /// A question mark.
    case question
    /// Two or more question marks in a row.
    case questions
    /// Stretched words: soooo.
    case stretched
    /// A web address.
    case link
    /// Somebody is addressed.
    case mention
    /// The text begins by addressing somebody.
    case addressed
    /// Four or more people addressed.
    case mentions
    /// A hashtag.
    case hashtag
    /// Three or more hashtags.
    case hashtags
    /// A number.
    case number
    /// A number of five digits or more, as telephone numbers are.
    case longNumber
    /// Dots in a row.
    case ellipsis
    /// Quotation marks.
    case quote
    /// A sign of money.
    case currency
    /// Four words or fewer.
    case short
    /// Fifteen words or more.
    case long
    /// Twenty-five words or more.
    case veryLong

    /// The base tables' score for the negative class, multiplied by a pack's row.
    case negative
    /// The base tables' score for the neutral class.
    case neutral
    /// The base tables' score for the positive class.
    case positive

    /// What the gate took for spam.
    case spam

    /// Where "normal" begins on the scale of the sum.
    case cutNormal
    /// Where "high" begins.
    case cutHigh
    /// Where "critical" begins.
    case cutCritical

    /// Written to us alone.
    case isPrivate
    /// An author with 10,000 followers or more.
    case reach
    /// An author with 100,000 followers or more; counts with the one before.
    case wideReach
    /// For each message of the author that waits already, at most three.
    case unanswered
    /// For each hour the author waits already, at most eight.
    case waiting
    /// An author of the press list.
    case press
    /// The network lets us answer for less than four hours more.
    case closing

    /// A bit in a set.
    package var bit: UInt64 { 1 << UInt64(rawValue) }

    /// All, in their order, made once.
    static let all = ContiguousArray(allCases)
}

extension TokenizedText {
    /// What the look of the text says, as a set of ``Meta`` bits.
    package var metas: UInt64 {
        var set: UInt64 = 0
        @inline(__always) func add(_ bit: UInt64, _ holds: Bool) { if holds { set |= bit } }
        add(Meta.capitals.bit, marks.letters >= 12 && marks.capitals * 2 > marks.letters)
        add(Meta.capitalWord.bit, marks.capitalWords > 0)
        add(Meta.bang.bit, marks.bang != nil)
        add(Meta.bangs.bit, marks.bangs != nil)
        add(Meta.question.bit, marks.question != nil)
        add(Meta.questions.bit, marks.questions != nil)
        add(Meta.stretched.bit, marks.stretched > 0)
        add(Meta.link.bit, marks.links > 0)
        add(Meta.mention.bit, marks.mentions > 0)
        add(Meta.addressed.bit, marks.isAddressed)
        add(Meta.mentions.bit, marks.mentions >= 4)
        add(Meta.hashtag.bit, marks.hashtags > 0)
        add(Meta.hashtags.bit, marks.hashtags >= 3)
        add(Meta.number.bit, marks.numbers > 0)
        add(Meta.longNumber.bit, marks.longNumbers > 0)
        add(Meta.ellipsis.bit, marks.ellipses > 0)
        add(Meta.quote.bit, marks.quotes > 0)
        add(Meta.currency.bit, marks.currencies > 0)
        add(Meta.short.bit, tokens.count <= 4)
        add(Meta.long.bit, tokens.count >= 15)
        add(Meta.veryLong.bit, tokens.count >= 25)
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
