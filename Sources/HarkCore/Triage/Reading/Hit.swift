/// A row that was found in a text.
struct Hit {
    /// The row's number.
    var row: Int32
    /// The first token; −1 for what is no word.
    var token: Int32
    /// How many tokens.
    var count: Int32
    /// The row's slot, so that each aspect finds its own without asking for the row.
    var slot: KeywordRow.Slot
    /// What changed the weight.
    var changes: Token.Flags = []
}

extension Token.Flags {
    /// In words, as evidence says it; nil for none.
    var rule: String? {
        switch (contains(.intensified), contains(.negated), contains(.weakened)) {
        case (false, false, false): nil
        case (true, false, false): "intensified"
        case (false, true, false): "negated"
        case (false, false, true): "before a but"
        case (true, true, false): "intensified, negated"
        case (true, false, true): "intensified, before a but"
        case (false, true, true): "negated, before a but"
        case (true, true, true): "intensified, negated, before a but"
        }
    }
}
