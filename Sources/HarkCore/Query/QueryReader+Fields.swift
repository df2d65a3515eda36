/// Reading `field:value` and its comparisons.
extension QueryReader {
    /// A value and whether it was quoted, which makes `*` and `none` plain text.
    private struct Value {
        var text: String
        var isQuoted: Bool
        var start: Int
    }

    /// Reads on after a field's name.
    mutating func readField(named name: String, at start: Int) throws(QueryError) -> Query {
        let name = name.lowercased()
        guard let field = QueryVocabulary.names[name] else {
            guard !name.isEmpty else {
                throw failure(
                    "a field’s name is missing here; to search for the text itself, put it in quotes",
                    at: start
                )
            }
            let hint = QueryVocabulary.suggestion(for: name, among: Array(QueryVocabulary.names.keys))
            throw failure("unknown field “\(name)”\(hint) (text with a colon goes in quotes)", at: start)
        }
        let comparison = try readComparison()
        if comparison != .equal {
            switch field {
            case .urgency, .sentiment, .followers, .time: break
            case .field, .id, .flag, .state, .has, .sort:
                throw failure("\(name) has no order; write \(name):value", at: start)
            }
        }
        var parts: [Query] = []
        repeat {
            parts.append(try read(readValue(of: name), of: field, named: name, comparison))
        } while take(",")
        guard parts.count == 1 || comparison == .equal else {
            throw failure("a list goes with “:” only; compare with one value", at: start)
        }
        repeatableName = comparison == .equal ? Self.repeatableName(of: field, parts) : nil
        return .any(of: parts)
    }

    /// What `is:open is:pending` share, and `is:open is:breached` do not.
    private static func repeatableName(of field: QueryVocabulary.Name, _ parts: [Query]) -> String? {
        switch field {
        case .field(let field): return field.rawValue
        case .time(let field): return field.rawValue
        case .urgency: return "urgency"
        case .sentiment: return "sentiment"
        case .followers: return "followers"
        case .id: return "id"
        case .flag, .state:
            let areStates = parts.allSatisfy { part in
                if case .term(.flag(let flag)) = part { flag.isState } else { false }
            }
            return areStates ? "state" : nil
        case .has, .sort: return nil
        }
    }

    private mutating func readComparison() throws(QueryError) -> Query.Comparison {
        let start = position
        let sign = readWhile { ":<>=".unicodeScalars.contains($0) }
        if sign == ":" { return .equal }
        guard let comparison = Query.Comparison(rawValue: sign.hasPrefix(":") ? String(sign.dropFirst()) : sign) else {
            throw failure("“\(sign)” compares nothing; there are : < <= > >=", at: start)
        }
        return comparison
    }

    private mutating func readValue(of name: String) throws(QueryError) -> Value {
        let start = position
        if position < scalars.count, scalars[position] == "\"" {
            return Value(text: try readQuoted(), isQuoted: true, start: start)
        }
        let text = readWhile { !$0.properties.isWhitespace && !"()\",".unicodeScalars.contains($0) }
        guard !text.isEmpty else { throw failure("\(name) needs a value here") }
        return Value(text: text, isQuoted: false, start: start)
    }

    private mutating func read(
        _ value: Value,
        of field: QueryVocabulary.Name,
        named name: String,
        _ comparison: Query.Comparison
    ) throws(QueryError) -> Query {
        switch field {
        case .field(let field): try readText(value, of: field)
        case .flag: try readFlag(value, among: Query.Flag.allCases.filter { $0 != .attachment })
        case .state: try readFlag(value, among: [.open, .pending, .snoozed, .closed])
        case .has: try readHaving(value)
        case .sort: try readSort(value)
        case .id: try readID(value)
        case .urgency: try readUrgency(value, comparison)
        case .sentiment: try readSentiment(value, comparison)
        case .followers: try readFollowers(value, comparison)
        case .time(let field): try readTime(value.text, at: value.start, of: field, named: name, comparison)
        }
    }

    private mutating func readText(_ value: Value, of field: Query.Field) throws(QueryError) -> Query {
        if !value.isQuoted, value.text == "*" { return try term(.present(field), at: value.start) }
        let key = QueryVocabulary.meaning(of: Query.key(value.text), in: field)
        if field == .assignee, !value.isQuoted, key == "none" { return try term(.flag(.unassigned), at: value.start) }
        guard !key.isEmpty else { throw failure("\(field.rawValue) needs a value here", at: value.start) }
        if let known = QueryVocabulary.values(of: field), !known.contains(key) {
            let hint = QueryVocabulary.suggestion(for: key, among: known)
            throw failure("“\(value.text)” is no \(field.rawValue)\(hint)", at: value.start)
        }
        return try term(.equals(field, key), at: value.start)
    }

    private mutating func readFlag(_ value: Value, among flags: [Query.Flag]) throws(QueryError) -> Query {
        let key = value.text.lowercased()
        if key == "mine", flags.count > 4 { return try term(.equals(.assignee, "me"), at: value.start) }
        guard let flag = flags.first(where: { $0.rawValue == key }) else {
            let hint = QueryVocabulary.suggestion(for: key, among: flags.map(\.rawValue))
            throw failure("a conversation cannot be “\(value.text)”\(hint)", at: value.start)
        }
        return try term(.flag(flag), at: value.start)
    }

    private mutating func readID(_ value: Value) throws(QueryError) -> Query {
        guard let number = Int64(value.text), number >= 0 else {
            throw failure("id is a conversation’s number, as in id:42", at: value.start)
        }
        return try term(.id(number), at: value.start)
    }

    private mutating func readUrgency(_ value: Value, _ comparison: Query.Comparison) throws(QueryError) -> Query {
        if let level = Urgency.Level(rawValue: value.text.lowercased()) {
            return try term(.urgency(comparison, level), at: value.start)
        }
        guard let score = Int(value.text), (0...100).contains(score) else {
            throw failure("urgency is low, normal, high, critical or 0 to 100", at: value.start)
        }
        return try term(.urgencyScore(comparison, score), at: value.start)
    }

    private mutating func readSentiment(_ value: Value, _ comparison: Query.Comparison) throws(QueryError) -> Query {
        if !value.isQuoted, value.text == "*" { return try term(.present(.sentiment), at: value.start) }
        let label = Sentiment.Label(rawValue: value.text.lowercased())
        if let label, comparison == .equal { return try term(.equals(.sentiment, label.rawValue), at: value.start) }
        guard let score = label?.sign ?? Int(value.text), (-1...1).contains(score) else {
            let hint = QueryVocabulary.suggestion(for: value.text, among: Sentiment.Label.allCases.map(\.rawValue))
            throw failure("sentiment is -1 (negative), 0 (neutral) or 1 (positive)\(hint)", at: value.start)
        }
        return try term(.sentiment(comparison, score), at: value.start)
    }

    private mutating func readFollowers(_ value: Value, _ comparison: Query.Comparison) throws(QueryError) -> Query {
        guard let count = Int64(value.text), count >= 0 else {
            throw failure("followers is compared with a whole number, as in followers>10000", at: value.start)
        }
        return try term(.followers(comparison, count), at: value.start)
    }

    private mutating func readHaving(_ value: Value) throws(QueryError) -> Query {
        guard ["attachment", "attachments"].contains(value.text.lowercased()) else {
            throw failure("has: looks for one thing; write has:attachment", at: value.start)
        }
        return try term(.flag(.attachment), at: value.start)
    }

    /// Notes the order. As a condition it is true.
    private mutating func readSort(_ value: Value) throws(QueryError) -> Query {
        guard allowsSort, depth == 0 else {
            throw failure("sort: belongs once into a search, outside of parentheses and negations", at: value.start)
        }
        guard let order = InboxOrder(value.text.lowercased()) else {
            let names = InboxOrder.Key.allCases.map(\.rawValue)
            let name = value.text.lowercased().trimmingPrefix("-")
            let hint = QueryVocabulary.suggestion(for: String(name), among: names)
            throw failure("nothing is sorted by “\(value.text)”\(hint)", at: value.start)
        }
        guard self.order == nil else { throw failure("sort: stands here twice; keep one", at: value.start) }
        self.order = order
        return .all
    }
}
