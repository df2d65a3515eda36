extension Reading {
    /// Advertising and swindles are told before everything else; the words of `spam.tsv` are summed like those of tone.
    mutating func gate() -> Gate? {
        var sum = 0
        var count = 0
        for hit in spamHits {
            sum += model.traits[Int(hit.row)].weight
            count += 1
        }
        model.metas.forEach(metas, .spam) { _, row in
            sum += model.traits[row].weight
            count += 1
        }
        guard count > 0 else { return nil }
        let base = model.metas.row(.base, .spam).map { model.traits[$0].weight } ?? 0
        let score = base + ((sum * FixedPoint.reciprocalRoot(count)) >> 16)
        guard score > 0 else { return nil }
        for hit in spamHits { note(hit, weight: model.traits[Int(hit.row)].weight) }
        return .spam
    }

    private var spamHits: [Hit] {
        found.has(.spam) ? hits.filter { model.traits[Int($0.row)].slot == .spam } : []
    }
}
