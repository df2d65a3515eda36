extension Reading {
    /// Sums the groups, each at its strongest hit and a little for more, and what is known beside the text; the cuts of
    /// the table bring the sum to the scale of the levels.
    mutating func urgency(_ sentiment: Sentiment, _ gate: Gate?, _ context: TriageContext) -> Urgency {
        var points = meta(.base) + groupPoints() + lookPoints(sentiment)
        if gate == .spam { points += meta(.spam) }
        points += contextPoints(context)
        return Urgency(score: scale(points))
    }

    /// Brings points to the scale on which normal, high and critical begin at 25, 50 and 75.
    private func scale(_ points: Int) -> Int {
        guard let normal = cut(.cutNormal), let high = cut(.cutHigh), let critical = cut(.cutCritical), normal > 0,
            high > normal, critical > high
        else { return points }
        if points < normal { return max(0, points) * 25 / normal }
        if points < high { return 25 + (points - normal) * 25 / (high - normal) }
        if points < critical { return 50 + (points - high) * 25 / (critical - high) }
        return 75 + (points - critical) * 25 / (critical - high)
    }

    private func cut(_ meta: Meta) -> Int? { model.metas.row(meta, .urgency).map { model.traits[$0].weight } }

    private mutating func groupPoints() -> Int {
        guard found.has(.urgency) else { return 0 }
        var strongest = [Int](repeating: -1, count: model.groups.count)
        var repeats = [Int](repeating: 0, count: model.groups.count)
        for (number, hit) in hits.enumerated() where isUrgency(hit) {
            let group = model.traits[Int(hit.row)].group
            if strongest[group] < 0 || abs(weight(hit)) > abs(weight(hits[strongest[group]])) {
                strongest[group] = number
            }
        }
        var points = 0
        for (number, hit) in hits.enumerated() where isUrgency(hit) {
            let group = model.traits[Int(hit.row)].group
            if strongest[group] == number {
                points += weight(hit)
                note(hit, weight: weight(hit))
            } else {
                repeats[group] += 1
                let extra = repeats[group] <= 2 ? weight(hit) / 8 : 0
                points += extra
                note(hit, weight: extra, rule: .repeated)
            }
        }
        return points
    }

    private func isUrgency(_ hit: Hit) -> Bool { hit.slot == .urgency }

    private func weight(_ hit: Hit) -> Int { model.traits[Int(hit.row)].weight }

    private mutating func lookPoints(_ sentiment: Sentiment) -> Int {
        var points = 0
        let rows = model.metas
        rows.forEach(metas, .urgency) { place, row in
            points += model.traits[row].weight
            note(row: row, text.span(of: Meta.all[place]), weight: model.traits[row].weight)
        }
        points += meta(.negative, times: max(0, -sentiment.score), of: 1000)
        points += meta(.positive, times: max(0, sentiment.score), of: 1000)
        return points
    }

    private mutating func contextPoints(_ context: TriageContext) -> Int {
        var points = 0
        if context.isPrivate { points += meta(.isPrivate) }
        let followers = context.followers ?? 0
        if followers >= 10_000 { points += meta(.reach) }
        if followers >= 100_000 { points += meta(.wideReach) }
        if context.unanswered > 0 { points += meta(.unanswered, times: min(context.unanswered, 3)) }
        if let waiting = context.waitingMinutes { points += meta(.waiting, times: min(max(waiting / 60, 0), 8)) }
        if let author = context.author, model.press.contains(author) { points += meta(.press) }
        if let left = context.replyWindowMinutes, left < 240 { points += meta(.closing) }
        return points
    }

    /// The points of something that is no word, noted when there are any.
    private mutating func meta(_ meta: Meta, times: Int = 1, of whole: Int = 1) -> Int {
        guard let number = model.metas.row(meta, .urgency) else { return 0 }
        let points = model.traits[number].weight * times / whole
        if points != 0 { note(row: number, nil, weight: points) }
        return points
    }
}
