extension Reading {
    /// How far a negator reaches.
    private static let reach = 4
    /// Half of the full score is reached at this sum of weights.
    private static let half = 1200
    /// Beyond this the score has a name.
    private static let cut = 150

    /// Sums the weights of the language's words, turned by negators and strengthened by emphasis.
    mutating func sentiment(_ language: Language) -> Sentiment {
        var found = sentimentHits(language)
        negateBackwards(&found)
        var sum = 0
        for hit in found where model.traits[hit.row].role == .plain {
            sum += hit.weight
            note(hit, weight: hit.weight, rule: hit.changes.rule)
        }
        if sum != 0, text.marks.bangs != nil { sum += sum / 8 }
        let score = sum * 1000 / (abs(sum) + Self.half)
        return Sentiment(score: score, label: score > Self.cut ? .positive : score < -Self.cut ? .negative : .neutral)
    }

    private func isSentiment(_ row: RowTraits, _ language: Language) -> Bool {
        switch row.slot {
        case .sentiment: true
        case .german: language != .english
        case .english: language != .german
        case .language, .urgency, .topic: false
        }
    }

    /// The hits in the order of the text, with what stands before them taken into account.
    private func sentimentHits(_ language: Language) -> [Hit] {
        var result: [Hit] = []
        var negatedUntil = -1
        var emphasisUntil = -1
        var factor = 1000
        // What stands before “but” counts half.
        var weakened = 0
        let shouts = text.marks.letters > 0 && text.marks.capitals * 2 > text.marks.letters
        for var hit in hits where isSentiment(model.traits[hit.row], language) {
            let row = model.traits[hit.row]
            let end = hit.token + hit.count
            switch row.role {
            case .negator: negatedUntil = clauseEnd(from: end, atMost: Self.reach)
            case .contrast:
                negatedUntil = -1
                for index in weakened..<result.count {
                    result[index].weight /= 2
                    result[index].changes.insert(.weakened)
                }
                weakened = result.count
            case .intensifier:
                factor = row.weight
                emphasisUntil = end + 1
            case .plain:
                if hit.token <= emphasisUntil, factor != 1000 {
                    hit.weight = hit.weight * factor / 1000
                    hit.changes.insert(.intensified)
                    emphasisUntil = -1
                }
                if !shouts, text.tokens[hit.token].isCapitals {
                    hit.weight = hit.weight * 5 / 4
                    hit.changes.insert(.capitals)
                }
                if hit.token < negatedUntil {
                    hit.weight = Self.opposite(hit.weight)
                    hit.changes.insert(.negated)
                }
            }
            result.append(hit)
        }
        return result
    }

    /// Not good is bad; not bad is a little good.
    private static func opposite(_ weight: Int) -> Int { weight > 0 ? weight * -4 / 5 : weight * -2 / 5 }

    /// The token at which a reach of `count` tokens ends, or the clause before it.
    private func clauseEnd(from first: Int, atMost count: Int) -> Int {
        var token = first
        if first > 0, text.tokens[first - 1].endsClause { return first }
        while token < text.tokens.count, token < first + count {
            token += 1
            if text.tokens[token - 1].endsClause { break }
        }
        return token
    }

    /// German puts the negator behind the verb: “das hilft mir nicht.” A negator with nothing behind it in its clause
    /// turns the last good word before it.
    private func negateBackwards(_ hits: inout [Hit]) {
        for index in hits.indices where model.traits[hits[index].row].role == .negator {
            let end = hits[index].token + hits[index].count
            let clause = clauseEnd(from: end, atMost: Self.reach)
            if clause - end > 1 || (index + 1 < hits.count && hits[index + 1].token < clause) { continue }
            guard index > 0 else { continue }
            let before = hits[index - 1]
            let last = before.token + before.count - 1
            let isNear =
                hits[index].token - last <= 3 && !(last..<hits[index].token).contains { text.tokens[$0].endsClause }
            guard isNear, before.weight > 0, before.changes.isEmpty, model.traits[before.row].role == .plain else {
                continue
            }
            hits[index - 1].weight = Self.opposite(before.weight)
            hits[index - 1].changes.insert(.negated)
        }
    }
}
