extension Reading {
    /// The most probable tone after the channel's calibration.
    mutating func sentiment(_ context: TriageContext) -> Sentiment {
        var score = toneScores()
        if let calibration = model.corrections.calibration(for: context.channel) { score = calibration(score) }
        return Sentiment(probabilities: FixedPoint.softmax(score))
    }

    /// Sums the weights of the words in the language of each sentence, then lets packs correct the scores.
    mutating func toneScores() -> ClassWeights {
        var sum = ClassWeights.zero
        var count = 0
        for hit in hits where isBase(hit.slot) {
            sum += Self.weights(model.traits[Int(hit.row)], hit.changes)
            count += 1
        }
        let slot = KeywordRowReader.slot(guess.whole)
        model.metas.forEach(metas, slot) { _, row in
            sum += model.traits[row].weights
            count += 1
        }
        let root = FixedPoint.reciprocalRoot(count)
        let base = model.metas.row(.base, slot).map { model.traits[$0].weights } ?? .zero
        var score = base + Self.divided(sum, root)
        noteBase(slot, root)
        for number in model.corrections.packs.indices {
            score = model.corrections.packs[number](score) + pack(number)
        }
        return score
    }

    @inline(__always)
    private func isBase(_ slot: KeywordRow.Slot) -> Bool {
        slot == .germanTone || slot == .englishTone || slot == .anyTone
    }

    /// A learned word under a negator has its own `NOT_` term beside it; the team's own word is turned round.
    @inline(__always)
    static func weights(_ row: RowTraits, _ changes: Token.Flags) -> ClassWeights {
        if changes.isEmpty { return row.weights }
        var result = row.weights
        if changes.contains(.intensified) { result = result.scaled(Emphasis.intensifiedThousandths) }
        if changes.contains(.weakened) { result = result.scaled(Emphasis.weakenedThousandths) }
        if row.isOverride, changes.contains(.negated) { result = result.reversed.scaled(500) }
        return result
    }

    @inline(__always)
    private static func divided(_ sum: ClassWeights, _ root: Int) -> ClassWeights {
        ClassWeights((sum.first * root) >> 16, (sum.second * root) >> 16, (sum.third * root) >> 16)
    }

    /// What the words of a pack add.
    private mutating func pack(_ number: Int) -> ClassWeights {
        var sum = ClassWeights.zero
        var count = 0
        for hit in hits where isPack(hit, number) {
            sum += Self.weights(model.traits[Int(hit.row)], hit.changes)
            count += 1
        }
        let root = FixedPoint.reciprocalRoot(count)
        for hit in hits where isPack(hit, number) {
            let weights = Self.weights(model.traits[Int(hit.row)], hit.changes)
            note(hit, weight: ((weights.third - weights.first) * root) >> 16, rule: .changed(hit.changes))
        }
        return Self.divided(sum, root)
    }

    private func isPack(_ hit: Hit, _ number: Int) -> Bool {
        hit.slot == .pack && model.traits[Int(hit.row)].group == number
    }

    private mutating func noteBase(_ slot: KeywordRow.Slot, _ root: Int) {
        for hit in hits where isBase(hit.slot) {
            let weights = Self.weights(model.traits[Int(hit.row)], hit.changes)
            note(hit, weight: ((weights.third - weights.first) * root) >> 16, rule: .changed(hit.changes))
        }
        let rows = model.metas
        rows.forEach(metas, slot) { place, row in
            let weights = model.traits[row].weights
            let meta = Meta.all[place]
            note(row: row, text.span(of: meta), weight: ((weights.third - weights.first) * root) >> 16)
        }
    }
}
