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
            case .urgency, .time: break
            case .field, .id, .flag, .state: throw failure("\(name) has no order; write \(name):value", at: start)
            }
        }
        var parts: [Query] = []
        repeat {
            parts.append(try read(readValue(of: name), of: field, comparison))
        } while take(",")
        guard parts.count == 1 || comparison == .equal else {
            throw failure("a list goes with “:” only; compare with one value", at: start)
        }
        return .any(of: parts)
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
        of name: QueryVocabulary.Name,
        _ comparison: Query.Comparison
    ) throws(QueryError) -> Query {
        switch name {
        case .field(let field): try readText(value, of: field)
        case .flag: try readFlag(value, among: Query.Flag.allCases)
        case .state: try readFlag(value, among: [.open, .pending, .snoozed, .closed])
        case .id: try readID(value)
        case .urgency: try readUrgency(value, comparison)
        case .time(let field): try readTime(value, of: field, comparison)
        }
    }

    private mutating func readText(_ value: Value, of field: Query.Field) throws(QueryError) -> Query {
        if !value.isQuoted, value.text == "*" { return try term(.present(field), at: value.start) }
        let key = Query.key(value.text)
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

    private mutating func readTime(
        _ value: Value,
        of field: Query.TimeField,
        _ comparison: Query.Comparison
    ) throws(QueryError) -> Query {
        switch QueryTime(value.text) {
        case .span(let span) where comparison != .equal:
            return try term(.time(field, comparison, .span(span)), at: value.start)
        case .span:
            throw failure("a span is compared by < or >, as in \(field.rawValue)>2h", at: value.start)
        case .day(let first, let next) where comparison == .equal:
            let from = try term(.time(field, .atLeast, .instant(first)), at: value.start)
            return .and([from, try term(.time(field, .less, .instant(next)), at: value.start)])
        case .day(let instant, _), .instant(let instant):
            return try term(.time(field, comparison, .instant(instant)), at: value.start)
        case nil:
            throw failure(
                "“\(value.text)” is no time; write 2026-01-31, 2026-01-31T10:00Z or a span like 30m, 2h, 3d",
                at: value.start
            )
        }
    }
}
