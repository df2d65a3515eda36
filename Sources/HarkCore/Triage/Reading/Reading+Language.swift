extension Reading {
    /// How many words and letters are named for the language: few doubt it, and every word of a text speaks for one.
    private static let named = 8

    /// Notes the first words and letters that spoke for the language that was told.
    mutating func noteLanguage() {
        var left = Self.named
        for (place, token) in text.tokens.enumerated() where token.number >= 0 {
            if left == 0 { break }
            for row in model.index[token.number].languageRows {
                let weight = weight(of: row)
                guard weight > 0, left > 0 else { continue }
                note(Hit(row: row, token: Int32(place), count: 1, slot: .language), weight: weight)
                left -= 1
            }
        }
        for letter in text.letters.prefix(Self.named) {
            for row in model.index.languageRows(ofLetter: letter.scalar) {
                note(row: Int(row), TextSpan(start: letter.start, length: letter.length), weight: weight(of: row))
            }
        }
    }

    /// What a row says for the language that was told.
    private func weight(of row: Int32) -> Int {
        let weights = model.traits[Int(row)].weights
        return switch guess.whole {
        case .german: weights.first
        case .english: weights.second
        case .other: weights.third
        }
    }
}
