extension Reading {
    /// Advertising and swindles are told before everything else. Unlike those of tone, the words of `spam.tsv` add up: a
    /// message full of them is no better for being long.
    mutating func gate() -> Gate? {
        var sum = 0
        var count = 0
        if found.has(.spam) {
            for hit in hits where isSpam(hit) {
                sum += model.traits[Int(hit.row)].weight
                count += 1
            }
        }
        model.metas.forEach(metas, .spam) { _, row in
            sum += model.traits[row].weight
            count += 1
        }
        guard count > 0 else { return nil }
        let base = model.metas.row(.base, .spam).map { model.traits[$0].weight } ?? 0
        guard base + sum > 0 else { return nil }
        for hit in hits where isSpam(hit) { note(hit, weight: model.traits[Int(hit.row)].weight) }
        return .spam
    }

    @inline(__always)
    private func isSpam(_ hit: Hit) -> Bool { hit.slot == .spam }
}
