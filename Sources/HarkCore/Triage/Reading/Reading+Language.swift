extension Reading {
    /// Notes the words that spoke for the language that was told.
    mutating func noteLanguage() {
        for hit in guess.hits {
            let weights = model.traits[Int(hit.row)].weights
            let weight =
                switch guess.whole {
                case .german: weights.first
                case .english: weights.second
                case .other: weights.third
                }
            // Beginnings and endings of words tell much together and little alone.
            guard weight > 0, model.traits[Int(hit.row)].isWhole else { continue }
            note(hit, weight: weight)
        }
        for letter in text.letters.prefix(8) {
            for posting in model.index.postings(TextHash.character(letter.scalar)) {
                let number = model.index.row(posting)
                guard number >= 0, model.traits[number].slot == .language else { continue }
                let weights = model.traits[number].weights
                let weight = guess.whole == .german ? weights.first : weights.third
                note(row: number, TextSpan(start: letter.start, length: letter.length), weight: weight)
            }
        }
    }
}
