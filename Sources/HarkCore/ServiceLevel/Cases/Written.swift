/// JSON as it was written: other people's suites say the same things in slightly different shapes.
enum Written: Sendable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Written])
    case object([String: Written])

    /// The first of some fields that is there; a field that says null is there.
    subscript(_ names: String...) -> Written? {
        guard case .object(let fields) = self else { return nil }
        return names.lazy.compactMap { fields[$0] }.first
    }

    /// The text, if it is one, or a number written out.
    var word: String? {
        switch self {
        case .text(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
        case .null, .flag, .list, .object: nil
        }
    }

    /// The elements of a list; one value stands for a list of one, null for none.
    var elements: [Written] {
        switch self {
        case .list(let elements): elements
        case .null: []
        case .flag, .number, .text, .object: [self]
        }
    }

    /// The value in a line, for a complaint.
    var shown: String {
        switch self {
        case .null: "null"
        case .flag(let flag): String(flag)
        case .number, .text: SafeLine.snippet(word ?? "", limit: 60)
        case .list: "a list"
        case .object: "an object"
        }
    }
}

extension Written: Decodable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Written].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Written].self))
        }
    }
}
