/// One row of a table: a term and what it counts for.
package struct KeywordRow: Sendable, Hashable {
    /// The term as it is written.
    package var term: String
    /// The hashes of its words; empty for ``meta`` rows.
    package var words: [UInt64] = []
    /// Which part of a word the last one matches.
    package var shape = Shape.whole
    /// How many folded bytes stand before or behind the star.
    package var partLength = 0
    /// Where it counts.
    package var slot: Slot
    /// The group, topic, or the account it names.
    package var group: String?
    /// What it adds: one number for urgency and spam, three for sentiment and language.
    package var weights: ClassWeights = .zero
    /// The language it is limited to.
    package var language: Language?
    /// What it stands for when it is no word.
    package var meta: Meta?
    /// The role of the word in a sentence.
    package var role: Role?
    /// Which pack it belongs to, by order; which channel, by order, in a calibration.
    package var number = 0
    /// Where it stands: `urgency.tsv:41`.
    package var source: String = ""

    /// The only number of a row that has one.
    package var weight: Int { weights.first }

    package init(term: String, slot: Slot) {
        self.term = term
        self.slot = slot
    }

    /// Which part of a word a term matches.
    package enum Shape: Sendable, Hashable {
        case whole
        /// `liefer*`
        case beginning
        /// `*ung`
        case ending
        /// `NOT_good`: within the reach of a negator.
        case negated
        /// `CHAR_ß`: a single character.
        case letter
    }

    /// Where a row counts.
    package enum Slot: Int, Sendable, CaseIterable {
        case language, anyTone, germanTone, englishTone, pack, spam, urgency, topic, grammar

        var aspect: Evidence.Aspect {
            switch self {
            case .language: .language
            case .anyTone, .germanTone, .englishTone, .pack, .grammar: .sentiment
            case .urgency: .urgency
            case .topic: .topic
            case .spam: .spam
            }
        }

        /// Whether a longer term covers the shorter ones inside it; where rows are summed, all count.
        var covers: Bool {
            switch self {
            case .urgency, .topic: true
            case .language, .anyTone, .germanTone, .englishTone, .pack, .spam, .grammar: false
            }
        }
    }

    /// The role of a word in a sentence.
    package enum Role: String, Sendable, CaseIterable {
        /// Turns what follows into its opposite.
        case negator
        /// Multiplies what follows by its weight in thousandths.
        case intensifier
        /// Weakens what stands before it and ends the reach of a negator.
        case contrast
    }
}
