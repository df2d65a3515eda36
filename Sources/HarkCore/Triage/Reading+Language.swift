extension Reading {
    /// Words of a base table say less about the language than the small words do.
    private static let baseWord = 60
    /// A letter of another script counts as this much for another language.
    private static let foreignLetter = 60

    /// The language with the most weight; without any hint it is other.
    mutating func language() -> Language {
        var german = 0
        var english = 0
        var other = text.marks.foreign * Self.foreignLetter
        func add(_ language: Language, _ weight: Int) {
            switch language {
            case .german: german += weight
            case .english: english += weight
            case .other: other += weight
            }
        }
        for hit in hits {
            let row = model.traits[hit.row]
            switch row.slot {
            case .language:
                add(row.speaks, hit.weight)
                note(hit, weight: hit.weight)
            case .german: german += Self.baseWord
            case .english: english += Self.baseWord
            case .sentiment, .urgency, .topic:
                if let language = row.language { add(language, Self.baseWord) }
            }
        }
        for letter in text.letters {
            let row = model.traits[Int(letter.row)]
            add(row.speaks, row.weight)
            noteLetter(model.rows[Int(letter.row)], TextSpan(start: letter.start, length: letter.length))
        }
        if german == 0, english == 0 { return .other }
        if other >= max(german, english) { return .other }
        return german > english ? .german : .english
    }

    private mutating func noteLetter(_ row: KeywordRow, _ span: TextSpan) {
        notes.add(
            Evidence(
                aspect: .language,
                term: row.term,
                group: row.group,
                source: row.source,
                span: span,
                weight: row.weight
            )
        )
    }
}
