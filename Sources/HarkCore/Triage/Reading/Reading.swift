/// One message being judged: tokens, language, hits, then each aspect on its own.
struct Reading {
    let model: KeywordModel
    let text: TokenizedText
    let metas: UInt64
    let guess: LanguageGuess
    let found: HitFinder
    /// Where the text was cut, when it was too long.
    let cut: TextSpan?
    var notes: EvidenceNotes

    /// Only the beginning of a longer text is read.
    static let longest = 20_000

    init(model: KeywordModel, text: String) {
        self.model = model
        let whole = text.utf8.count
        var bytes = whole <= Self.longest ? Array(text.utf8) : Array(text.utf8.prefix(Self.longest))
        if bytes.count < whole {
            // A cut inside a character goes back to its first byte.
            while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
            if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
        }
        cut = bytes.count < whole ? TextSpan(start: bytes.count, length: whole - bytes.count) : nil
        var tokens = Tokenizer.read(bytes, filter: .known(model.index))
        let guess = LanguageGuess(of: tokens, model: model)
        Self.markGrammar(&tokens, model, guess.sentences)
        self.guess = guess
        metas = tokens.metas
        found = HitFinder.find(of: model, in: tokens, languages: guess.sentences)
        notes = EvidenceNotes(count: found.hits.count * 2)
        self.text = consume tokens
    }

    private static func markGrammar(_ text: inout TokenizedText, _ model: KeywordModel, _ languages: [Language]) {
        Grammar.mark(&text) { token in
            guard token.number >= 0 else { return nil }
            // Rows of grammar come last.
            for row in model.index[token.number].rows.reversed() {
                let traits = model.traits[Int(row)]
                guard let role = traits.role else { return nil }
                if traits.language == nil || traits.language == languages[Int(token.sentence)] { return role }
            }
            return nil
        }
    }

    mutating func triage(_ context: TriageContext) -> Triage {
        noteLanguage()
        let gate = gate()
        let sentiment = sentiment(context)
        let urgency = urgency(sentiment, gate, context)
        let topics = topics()
        if let cut {
            notes.add(row: -1, cut, weight: 0, rule: .truncated)
        }
        return Triage(
            language: guess.whole,
            sentiment: sentiment,
            urgency: urgency,
            topics: topics,
            gate: gate,
            evidence: notes.inOrder(of: model),
            fingerprint: model.fingerprint
        )
    }

    /// The rows that were found.
    var hits: ContiguousArray<Hit> { found.hits }

    /// Where a hit stands in the original text.
    func span(_ hit: Hit) -> TextSpan {
        let start = text.tokens[Int(hit.token)].start
        return TextSpan(start: start, length: text.tokens[Int(hit.token + hit.count - 1)].end - start)
    }

    /// Adds a hit to the evidence.
    @inline(__always)
    mutating func note(_ hit: Hit, weight: Int, rule: EvidenceNotes.Rule = .none) {
        notes.add(row: Int(hit.row), span(hit), weight: weight, rule: rule)
    }

    /// Adds what is no word to the evidence; the row by its number.
    mutating func note(row: Int, _ span: TextSpan?, weight: Int) {
        notes.add(row: row, span, weight: weight, rule: .none)
    }
}
