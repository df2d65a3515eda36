extension Reading {
    /// Sums the groups, each at its strongest hit and a little for more, and what is known beside the text.
    mutating func urgency(_ language: Language, _ sentiment: Sentiment, _ context: TriageContext) -> Urgency {
        let found = hits.filter { hit in
            let row = model.traits[hit.row]
            return row.slot == .urgency && counts(row, in: language)
        }
        var points = meta(.base) + groupPoints(found)
        points += lookPoints(sentiment)
        points += limitPoints(points, found)
        points += contextPoints(context)
        return Urgency(score: points)
    }

    /// A hit of this many points speaks of a risk; many small troubles alone make no emergency.
    static let alarm = 40

    /// Takes back what is beyond the limit where nothing speaks of a risk.
    private mutating func limitPoints(_ points: Int, _ found: [Hit]) -> Int {
        guard let number = model.meta[.limit], !found.contains(where: { $0.weight >= Self.alarm }) else { return 0 }
        let limit = model.rows[number].weight
        return points > limit ? meta(.limit, times: limit - points, of: max(limit, 1)) : 0
    }

    private mutating func groupPoints(_ found: [Hit]) -> Int {
        var strongest = [Int](repeating: -1, count: model.groups.count)
        var repeats = [Int](repeating: 0, count: model.groups.count)
        for (number, hit) in found.enumerated() {
            let group = model.traits[hit.row].group
            if strongest[group] < 0 || abs(hit.weight) > abs(found[strongest[group]].weight) {
                strongest[group] = number
            }
        }
        var points = 0
        for (number, hit) in found.enumerated() {
            let group = model.traits[hit.row].group
            if strongest[group] == number {
                points += hit.weight
                note(hit, weight: hit.weight)
            } else {
                repeats[group] += 1
                let extra = repeats[group] <= 2 ? hit.weight / 8 : 0
                points += extra
                note(hit, weight: extra, rule: "repeated")
            }
        }
        return points
    }

    private mutating func lookPoints(_ sentiment: Sentiment) -> Int {
        let marks = text.marks
        let shouts = marks.letters >= 12 && marks.capitals * 2 > marks.letters
        var points = shouts ? meta(.capitals) : 0
        if let bangs = marks.bangs { points += meta(.bangs, span: bangs) }
        if let question = marks.question { points += meta(.question, span: question) }
        if marks.stretched > 0 { points += meta(.stretched) }
        if marks.links > 0 { points += meta(.link) }
        if marks.mentions >= 4 { points += meta(.mentions) }
        if sentiment.score < 0 { points += meta(.negative, times: -sentiment.score, of: 1000) }
        return points
    }

    private mutating func contextPoints(_ context: TriageContext) -> Int {
        var points = 0
        if context.isPrivate { points += meta(.isPrivate) }
        let followers = context.followers ?? 0
        if followers >= 10_000 { points += meta(.reach) }
        if followers >= 100_000 { points += meta(.wideReach) }
        if context.unanswered > 0 { points += meta(.unanswered, times: min(context.unanswered, 3)) }
        return points
    }

    /// The points of something that is no word, noted when there are any.
    private mutating func meta(_ meta: KeywordRow.Meta, times: Int = 1, of whole: Int = 1, span: TextSpan? = nil) -> Int
    {
        guard let number = model.meta[meta] else { return 0 }
        let row = model.rows[number]
        let points = row.weight * times / whole
        guard points != 0 else { return 0 }
        notes.add(
            Evidence(
                aspect: .urgency,
                term: row.term,
                group: row.group,
                source: row.source,
                span: span,
                weight: points
            )
        )
        return points
    }
}
