extension Reading {
    /// How many words and letters are named for the language: few doubt it, and every word of a text speaks for one.
    private static let named = 8

    /// Notes the first words and letters that spoke for the language that was told.
    mutating func noteLanguage() {
        var left = Self.named
        for hit in guess.hits where left > 0 {
            let weights = model.traits[Int(hit.row)].weights
            let weight =
                switch guess.whole {
                case .german: weights.first
                case .english: weights.second
                case .other: weights.third
                }
            guard weight > 0 else { continue }
            note(hit, weight: weight)
            left -= 1
        }
        for letter in text.letters.prefix(Self.named) {
            for number in (model.index.find(TextHash.character(letter.scalar))?.languageRows ?? 0..<0).map(Int.init) {
                let weights = model.traits[number].weights
                let weight = guess.whole == .german ? weights.first : weights.third
                note(row: number, TextSpan(start: letter.start, length: letter.length), weight: weight)
            }
        }
    }
}
