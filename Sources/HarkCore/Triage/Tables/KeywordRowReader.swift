/// Reads the cells of one row.
struct KeywordRowReader {
    let kind: KeywordTable.Kind
    let fields: [String: String]
    let groupWeights: [String: Int]

    /// The row, or why there is none.
    func row(_ term: String) -> Result<KeywordRow, Wrong> {
        do throws(Wrong) {
            var row = try place(term)
            if row.meta == nil, kind != .press { try TermReader(kind: kind).write(term, into: &row) }
            return .success(row)
        } catch {
            return .failure(error)
        }
    }

    /// What is wrong with a row, as a sentence, and in which column.
    struct Wrong: Error {
        let detail: String
        let column: String?
        init(_ detail: String, column: String? = nil) {
            self.detail = detail
            self.column = column
        }
    }

    func cell(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

    func weight(_ column: String = "weight", in range: ClosedRange<Int>) throws(Wrong) -> Int {
        guard let text = cell(column), let weight = Int(text), range.contains(weight) else {
            throw Wrong(
                "the weight must be a whole number from \(range.lowerBound) to \(range.upperBound)",
                column: column
            )
        }
        return weight
    }

    func language(_ column: String = "lang") throws(Wrong) -> Language? {
        guard let text = cell(column) else { return nil }
        guard let language = Language(rawValue: text) else {
            throw Wrong("“\(text.prefix(40))” is no language; write de, en or other", column: column)
        }
        return language
    }

    private func place(_ term: String) throws(Wrong) -> KeywordRow {
        switch kind {
        case .sentiment(let language): return try classes(term, Self.slot(language), ["neg", "neu", "pos"])
        case .language: return try classes(term, .language, ["de", "en", "other"])
        case .pack:
            var row = try classes(term, .pack, ["neg", "neu", "pos"])
            row.language = try language()
            return row
        case .calibration:
            var row = try classes(term, .pack, ["neg", "neu", "pos"])
            guard row.meta != nil else {
                throw Wrong("a calibration has the rows META_BASE, META_NEGATIVE, META_NEUTRAL and META_POSITIVE")
            }
            row.group = cell("channel")
            return row
        case .urgency: return try urgency(term)
        case .topics: return try topic(term, "topic")
        case .spam:
            var row = KeywordRow(term: term, slot: .spam)
            row.meta = try meta(term)
            row.weights.first = try weight(in: -100_000...100_000)
            row.language = try language()
            return row
        case .grammar: return try grammar(term)
        case .press: return KeywordRow(term: term, slot: .grammar)
        case .overrides: return try override(term)
        }
    }

    static func slot(_ language: Language?) -> KeywordRow.Slot {
        switch language {
        case .german: .germanTone
        case .english: .englishTone
        case .other, nil: .anyTone
        }
    }

    private func meta(_ term: String) throws(Wrong) -> Meta? {
        guard term.hasPrefix("META_") else { return nil }
        guard let meta = Meta(named: term) else {
            let known = Meta.all.map(\.name).joined(separator: ", ")
            throw Wrong("“\(term.prefix(40))” is not known; known are \(known)", column: "term")
        }
        return meta
    }

    private func classes(_ term: String, _ slot: KeywordRow.Slot, _ columns: [String]) throws(Wrong) -> KeywordRow {
        var row = KeywordRow(term: term, slot: slot)
        row.meta = try meta(term)
        row.group = cell("group")
        var weights: [Int] = []
        for column in columns { weights.append(try weight(column, in: -100_000...100_000)) }
        row.weights = ClassWeights(weights)
        return row
    }

    private func grammar(_ term: String) throws(Wrong) -> KeywordRow {
        guard let role = KeywordRow.Role(rawValue: cell("role") ?? "") else {
            throw Wrong("the role must be negator, intensifier or contrast", column: "role")
        }
        var row = KeywordRow(term: term, slot: .grammar)
        row.role = role
        row.group = role.rawValue
        row.language = try language()
        if role == .intensifier { row.weights.first = try weight(in: 100...3000) }
        return row
    }

    private func override(_ term: String) throws(Wrong) -> KeywordRow {
        switch cell("aspect") {
        case "sentiment":
            var row = KeywordRow(term: term, slot: Self.slot(try language()))
            let weight = try weight(in: -1000...1000)
            // A thousandth of the team's scale is as much as three of a logit: enough to decide a message alone.
            row.weights = ClassWeights(-3 * weight, weight == 0 ? 0 : -3 * abs(weight), 3 * weight)
            return row
        case "urgency": return try urgency(term)
        case "topic": return try topic(term, "group")
        default: throw Wrong("the aspect must be sentiment, urgency or topic", column: "aspect")
        }
    }

    private func urgency(_ term: String) throws(Wrong) -> KeywordRow {
        let meta = try meta(term)
        guard let group = cell("group") else { throw Wrong("the group is missing", column: "group") }
        let known = groupWeights[group]
        if meta == nil, known == nil, kind == .urgency {
            let groups = groupWeights.keys.sorted().joined(separator: ", ")
            throw Wrong("unknown group “\(group.prefix(40))”; declared above are \(groups)", column: "group")
        }
        let points = try cell("weight") == nil ? known : weight(in: -200...200)
        guard let points else { throw Wrong("the weight is missing: points from -200 to 200", column: "weight") }
        var row = KeywordRow(term: term, slot: .urgency)
        row.group = group
        row.weights.first = points
        row.language = try language()
        row.meta = meta
        return row
    }

    private func topic(_ term: String, _ column: String) throws(Wrong) -> KeywordRow {
        let topic = cell(column)
        guard let topic, topic.utf8.allSatisfy({ $0 > 32 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\"") })
        else {
            throw Wrong("the topic must be one word, so that topic:word finds it", column: column)
        }
        var row = KeywordRow(term: term, slot: .topic)
        row.group = topic
        row.language = try language()
        return row
    }
}
