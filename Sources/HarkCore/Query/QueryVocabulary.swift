/// The names a query may use, and the nearest one to a name it may not.
enum QueryVocabulary {
    /// What stands before the colon.
    enum Name: Hashable {
        case field(Query.Field)
        case time(Query.TimeField)
        case urgency, sentiment, followers, id, flag, state, has, sort
    }

    static let names: [String: Name] = {
        var names: [String: Name] = [
            "urgency": .urgency, "id": .id, "is": .flag, "state": .state, "status": .state,
            "label": .field(.tag), "lang": .field(.language), "followers": .followers, "has": .has, "sort": .sort,
            "age": .time(.created), "sla": .time(.due), "date": .time(.updated), "mood": .sentiment,
        ]
        for field in Query.Field.allCases { names[field.rawValue] = .field(field) }
        for field in Query.TimeField.allCases { names[field.rawValue] = .time(field) }
        names["sentiment"] = .sentiment
        return names
    }()

    /// The values a field allows; nil when any text will do.
    static func values(of field: Query.Field) -> [String]? {
        switch field {
        case .kind: MessageKind.allCases.map(\.rawValue)
        case .language: Language.allCases.map(\.rawValue)
        case .sentiment: Sentiment.Label.allCases.map(\.rawValue)
        case .channel, .network, .team, .assignee, .tag, .topic, .from, .to: nil
        }
    }

    /// Other words for the values of a field.
    static func meaning(of value: String, in field: Query.Field) -> String {
        field == .kind && value == "dm" ? MessageKind.direct.rawValue : value
    }

    /// `; did you mean …?` when a known name is near, else the list of all.
    static func suggestion(for name: String, among known: [String]) -> String {
        let limit = max(1, min(2, name.count / 2))
        let nearest = known.sorted().map { ($0, distance(name, $0)) }.min { $0.1 < $1.1 }
        if let nearest, nearest.1 <= limit { return "; did you mean \(nearest.0)?" }
        return "; there are " + known.sorted().joined(separator: ", ")
    }

    /// How many single changes turn one name into the other.
    private static func distance(_ left: String, _ right: String) -> Int {
        guard left.count <= 40 else { return .max }
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (character == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
