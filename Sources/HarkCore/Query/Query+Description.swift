extension Query: CustomStringConvertible {
    /// The query as canonical text. Reading it back gives an equal query, for every query that ``init(_:)`` made and whose
    /// text stays below ``maximumLength``.
    public var description: String {
        switch self {
        case .all: ""
        case .term(let term): term.description
        case .and(let parts): parts.map(\.enclosed).joined(separator: Self.wouldMerge(parts) ? " and " : " ")
        case .or(let parts): Self.list(parts) ?? parts.map(\.description).joined(separator: " or ")
        case .not(let part): "-" + (part.isJoined ? "(\(part.description))" : part.description)
        }
    }

    /// Whether two parts stand on one field, which without an `and` between them would be read as either.
    private static func wouldMerge(_ parts: [Query]) -> Bool {
        let names = parts.compactMap(\.repeatableName)
        return Set(names).count < names.count
    }

    /// The field that this part would share with a repetition of it.
    private var repeatableName: String? {
        switch self {
        case .term(let term): term.repeatableName
        case .or(let parts): Self.list(parts).flatMap { _ in parts.first?.repeatableName }
        case .all, .and, .not: nil
        }
    }

    /// The text as part of an and: only an or needs parentheses.
    private var enclosed: String {
        if case .or(let parts) = self { Self.list(parts) ?? "(\(description))" } else { description }
    }

    private var isJoined: Bool {
        switch self {
        case .and: true
        case .or(let parts): Self.list(parts) == nil
        case .all, .term, .not: false
        }
    }

    /// `tag:a,b` when the parts are nothing but values of one field.
    private static func list(_ parts: [Query]) -> String? {
        var field: Field?
        var values: [String] = []
        for part in parts {
            guard case .term(.equals(let own, let value)) = part, field ?? own == own else { return nil }
            field = own
            values.append(Term.quoted(value, in: own))
        }
        return field.map { $0.rawValue + ":" + values.joined(separator: ",") }
    }
}

extension Query.Term: CustomStringConvertible {
    fileprivate var repeatableName: String? {
        switch self {
        case .flag(let flag): flag.isState ? "state" : flag == .unassigned ? "assignee" : nil
        case .equals(let field, _), .present(let field): field.rawValue
        case .urgency(.equal, _), .urgencyScore(.equal, _): "urgency"
        case .sentiment(.equal, _): "sentiment"
        case .followers(.equal, _): "followers"
        case .id: "id"
        case .time(let field, .equal, _): field.rawValue
        case .urgency, .urgencyScore, .sentiment, .followers, .time, .text: nil
        }
    }

    /// The test as canonical text.
    public var description: String {
        switch self {
        case .flag(.attachment): "has:attachment"
        case .flag(let flag): "is:" + flag.rawValue
        case .equals(let field, let value): field.rawValue + ":" + Self.quoted(value, in: field)
        case .present(let field): field.rawValue + ":*"
        case .urgency(let comparison, let level): "urgency" + comparison.sign + level.rawValue
        case .urgencyScore(let comparison, let score): "urgency" + comparison.sign + String(score)
        case .sentiment(let comparison, let score): "sentiment" + comparison.sign + String(score)
        case .followers(let comparison, let count): "followers" + comparison.sign + String(count)
        case .id(let number): "id:" + String(number)
        case .time(let field, let comparison, let bound): field.rawValue + comparison.sign + bound.description
        case .text(let words, let prefix): Self.text(words) + (prefix ? "*" : "")
        }
    }

    /// A value, in quotes where it would be read as something else.
    static func quoted(_ value: String, in field: Query.Field) -> String {
        let isPlain = value.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && !"()\",\\:<>=".unicodeScalars.contains(scalar)
        }
        let isSpecial = value == "*" || (field == .assignee && value == "none") || value.isEmpty
        return isPlain && !isSpecial ? value : "\"" + escaped(value) + "\""
    }

    private static func escaped(_ value: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { text.append("\\") }
            text.append(scalar)
        }
        return String(text)
    }

    private static func text(_ words: [String]) -> String {
        let isPlain = words.count == 1 && !["and", "or", "not"].contains(words[0])
        return isPlain ? words[0] : "\"" + words.joined(separator: " ") + "\""
    }
}

extension Query.Comparison {
    /// How it is written after a field's name.
    fileprivate var sign: String { self == .equal ? ":" : rawValue }
}

extension Query.TimeBound: CustomStringConvertible {
    /// The bound as canonical text: a date, an instant, a span.
    public var description: String {
        switch self {
        case .instant(let instant):
            let text = instant.description
            return text.hasSuffix("T00:00:00.000Z") ? String(text.prefix(10)) : text
        case .relative(let date): return date.description
        case .span(let span):
            let unit = QueryTime.units.first { span.milliseconds % $0.span.milliseconds == 0 && span != .zero }
            guard let unit else { return "\(span.milliseconds / 1000)s" }
            return "\(span.milliseconds / unit.span.milliseconds)\(unit.name)"
        }
    }
}
