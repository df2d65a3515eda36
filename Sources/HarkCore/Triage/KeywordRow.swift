/// One row of a table: a term and what it counts for.
struct KeywordRow: Sendable, Hashable {
    /// The term as it is written.
    var term: String
    /// The hashes of its words; empty for ``meta`` rows and letters.
    var words: [UInt64] = []
    /// Whether the last word may go on: `liefer*`.
    var isStem = false
    /// How many folded bytes the word before the star has.
    var stemLength = 0
    /// Where it counts.
    var slot: Slot
    /// The group, topic or language it counts for.
    var group: String?
    /// Thousandths for sentiment and language, points for urgency.
    var weight: Int
    /// The language it is limited to.
    var language: Language?
    /// What it stands for when it is no word.
    var meta: Meta?
    /// The role of the word in a sentence.
    var role = Role.plain
    /// Where it stands: `urgency.tsv:41`.
    var source: String

    /// Where a row counts; a longer term covers the shorter ones inside it within one slot.
    enum Slot: Int, Sendable, CaseIterable {
        case language, sentiment, german, english, urgency, topic

        var aspect: Evidence.Aspect {
            switch self {
            case .language: .language
            case .sentiment, .german, .english: .sentiment
            case .urgency: .urgency
            case .topic: .topic
            }
        }
    }

    /// The role of a word in a sentence.
    enum Role: String, Sendable, CaseIterable {
        case plain = ""
        /// Turns what follows into its opposite.
        case negator
        /// Multiplies what follows by its weight in thousandths.
        case intensifier
        /// Ends the reach of a negator.
        case contrast
    }

    /// What counts besides words.
    enum Meta: String, Sendable, CaseIterable {
        /// What every message begins with.
        case base = "META_BASE"
        /// Where the sum stops when no single hit is worth ``Reading/alarm`` points.
        case limit = "META_LIMIT"
        /// Most of the text in capitals.
        case capitals = "META_CAPS"
        /// Two or more exclamation marks.
        case bangs = "META_BANGS"
        /// A question mark.
        case question = "META_QUESTION"
        /// Stretched words: soooo.
        case stretched = "META_STRETCHED"
        /// A negative sentiment; the weight is for a score of −1000.
        case negative = "META_NEGATIVE"
        /// A web address.
        case link = "META_LINK"
        /// Four or more people addressed.
        case mentions = "META_MENTIONS"
        /// Written to us alone.
        case isPrivate = "META_PRIVATE"
        /// An author with 10,000 followers or more.
        case reach = "META_REACH"
        /// An author with 100,000 followers or more; counts with the one before.
        case wideReach = "META_WIDE_REACH"
        /// For each message of the author that waits already, at most three.
        case unanswered = "META_UNANSWERED"
    }
}
