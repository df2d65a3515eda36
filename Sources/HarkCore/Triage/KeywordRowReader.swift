/// Reads the cells of one row.
struct KeywordRowReader {
    let kind: KeywordTable.Kind
    let fields: [String: String]
    let groupWeights: [String: Int]

    /// The row, or why there is none.
    func row(_ term: String) -> Result<KeywordRow, Wrong> {
        do throws(Wrong) {
            var row = try place(term)
            try write(term, into: &row)
            return .success(row)
        } catch {
            return .failure(error)
        }
    }

    /// What is wrong with a row, as a sentence.
    struct Wrong: Error {
        let detail: String
        init(_ detail: String) { self.detail = detail }
    }

    private func cell(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

    private func weight(in range: ClosedRange<Int>) throws(Wrong) -> Int {
        guard let text = cell("weight"), let weight = Int(text), range.contains(weight) else {
            throw Wrong("the weight must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return weight
    }

    private func language(_ column: String) throws(Wrong) -> Language? {
        guard let text = cell(column) else { return nil }
        guard let language = Language(rawValue: text) else {
            throw Wrong("“\(text.prefix(40))” is no language; write de, en or other")
        }
        return language
    }

    private func place(_ term: String) throws(Wrong) -> KeywordRow {
        switch kind {
        case .sentiment(let language): return try sentiment(term, language)
        case .urgency: return try urgency(term)
        case .topics: return try topic(term, cell("topic"))
        case .language:
            guard let language = try language("lang") else { throw Wrong("the language is missing") }
            let weight = try weight(in: 1...1000)
            return KeywordRow(term: term, slot: .language, group: language.rawValue, weight: weight, source: "")
        case .overrides:
            switch cell("aspect") {
            case "sentiment": return try sentiment(term, try language("lang"))
            case "urgency": return try urgency(term)
            case "topic": return try topic(term, cell("group"))
            default: throw Wrong("the aspect must be sentiment, urgency or topic")
            }
        }
    }

    private func sentiment(_ term: String, _ language: Language?) throws(Wrong) -> KeywordRow {
        guard let role = KeywordRow.Role(rawValue: cell("group") ?? "") else {
            throw Wrong("the group must be empty, negator, intensifier or contrast")
        }
        let slot: KeywordRow.Slot =
            switch language {
            case .german: .german
            case .english: .english
            case .other, nil: .sentiment
            }
        var row = KeywordRow(term: term, slot: slot, weight: 0, source: "")
        row.role = role
        switch role {
        case .plain: row.weight = try weight(in: -1000...1000)
        case .intensifier: row.weight = try weight(in: 100...3000)
        case .negator, .contrast: break
        }
        return row
    }

    private func urgency(_ term: String) throws(Wrong) -> KeywordRow {
        let meta = KeywordRow.Meta(rawValue: term)
        if term.hasPrefix("META_"), meta == nil {
            let known = KeywordRow.Meta.allCases.map(\.rawValue).joined(separator: ", ")
            throw Wrong("“\(term.prefix(40))” is not known; known are \(known)")
        }
        guard let group = cell("group") else { throw Wrong("the group is missing") }
        let known = groupWeights[group]
        if meta == nil, known == nil, kind == .urgency {
            let groups = groupWeights.keys.sorted().joined(separator: ", ")
            throw Wrong("unknown group “\(group.prefix(40))”; declared above are \(groups)")
        }
        let points = try cell("weight") == nil ? known : weight(in: -100...100)
        guard let points else { throw Wrong("the weight is missing: points from -100 to 100") }
        var row = KeywordRow(term: term, slot: .urgency, group: group, weight: points, source: "")
        row.language = try language("lang")
        row.meta = meta
        return row
    }

    private func topic(_ term: String, _ topic: String?) throws(Wrong) -> KeywordRow {
        guard let topic, topic.utf8.allSatisfy({ $0 > 32 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\"") })
        else {
            throw Wrong("the topic must be one word, so that topic:word finds it")
        }
        var row = KeywordRow(term: term, slot: .topic, group: topic, weight: 0, source: "")
        row.language = try language("lang")
        return row
    }

    /// Folds the term into the hashes of its words.
    private func write(_ term: String, into row: inout KeywordRow) throws(Wrong) {
        if row.meta != nil { return }
        guard term.utf8.count <= 100 else { throw Wrong("the term is longer than 100 bytes") }
        if kind == .language, term.hasPrefix("CHAR_") {
            let letters = term.dropFirst(5).unicodeScalars
            guard let letter = letters.first, letters.count == 1, letter.value >= 0x80 else {
                throw Wrong("after CHAR_ stands one letter beyond a to z")
            }
            row.words = [TextHash.character(letter.value)]
            return
        }
        row.isStem = term.hasSuffix("*")
        let body = row.isStem ? String(term.dropLast()) : term
        guard !body.contains("*") else { throw Wrong("“*” may only stand at the end of a term") }
        if let first = body.utf8.first, Tokenizer.emoticonStarts.contains(first), (2...3).contains(body.utf8.count) {
            row.words = [Tokenizer.emoticonHash(body.utf8)]
            return
        }
        let tokens = Tokenizer.read(Array(body.utf8), index: nil).tokens
        guard (1...3).contains(tokens.count) else {
            throw Wrong("a term has one to three words, “\(term)” has \(tokens.count)")
        }
        row.words = tokens.map(\.hash)
        if row.isStem, let last = tokens.last {
            guard (3..<64).contains(last.length) else { throw Wrong("a word before “*” needs three letters or more") }
            row.stemLength = last.length
            row.words[tokens.count - 1] = TextHash.stem(last.hash)
        }
    }
}
