/// One message being judged: tokens, hits, then each aspect on its own.
struct Reading {
    let model: KeywordModel
    let text: TokenizedText
    let hits: ContiguousArray<Hit>
    /// Where the text was cut, when it was too long.
    let cut: TextSpan?
    var notes = EvidenceNotes()

    /// Only the beginning of a longer text is read.
    static let longest = 20_000

    init(model: KeywordModel, text: String) {
        self.model = model
        var bytes = Array(text.utf8.prefix(Self.longest))
        let whole = text.utf8.count
        if bytes.count < whole {
            // A cut inside a character goes back to its first byte.
            while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
            if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        }
        cut = bytes.count < whole ? TextSpan(start: bytes.count, length: whole - bytes.count) : nil
        self.text = Tokenizer.read(bytes, index: model.index)
        hits = HitFinder.hits(of: model, in: self.text)
    }

    mutating func triage(_ context: TriageContext) -> Triage {
        let language = language()
        let sentiment = sentiment(language)
        let urgency = urgency(language, sentiment, context)
        let topics = topics(language)
        if let cut {
            notes.add(Evidence(aspect: .urgency, term: "", source: "engine", span: cut, weight: 0, rule: "truncated"))
        }
        return Triage(
            language: language,
            sentiment: sentiment,
            urgency: urgency,
            topics: topics,
            evidence: notes.inOrder(),
            fingerprint: model.fingerprint
        )
    }

    /// Whether a row counts in a text of a language; in an unknown language every row does.
    func counts(_ row: RowTraits, in language: Language) -> Bool {
        language == .other || row.language == nil || row.language == language
    }

    /// Where a hit stands in the original text.
    func span(_ hit: Hit) -> TextSpan {
        let start = text.tokens[hit.token].start
        return TextSpan(start: start, length: text.tokens[hit.token + hit.count - 1].end - start)
    }

    /// Adds a hit to the evidence.
    mutating func note(_ hit: Hit, weight: Int, rule: String? = nil) {
        let row = model.rows[hit.row]
        notes.add(
            Evidence(
                aspect: row.slot.aspect,
                term: row.term,
                group: row.group ?? (row.role == .plain ? nil : row.role.rawValue),
                source: row.source,
                span: span(hit),
                weight: weight,
                rule: rule
            )
        )
    }
}
