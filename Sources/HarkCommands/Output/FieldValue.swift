/// A JSON value of any shape: what `--fields` picks from, and what a cell of CSV is made of.
enum FieldValue: Codable, Equatable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([FieldValue])
    case object([String: FieldValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int64.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([FieldValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: FieldValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .integer(let integer): try container.encode(integer)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }

    /// The value at a dotted path: `conversation.id`.
    subscript(path: String) -> FieldValue? {
        var value = self
        for name in path.split(separator: ".") {
            guard case .object(let object) = value, let next = object[String(name)] else { return nil }
            value = next
        }
        return value
    }

    /// The names of an object's fields, `id` first.
    var names: [String] {
        guard case .object(let object) = self else { return [] }
        return object.keys.sorted { ($0 == "id" ? 0 : 1, $0) < ($1 == "id" ? 0 : 1, $1) }
    }

    /// The value in one cell: a list's values joined by spaces, an object as JSON.
    func cell() throws -> String {
        switch self {
        case .null: return ""
        case .flag(let flag): return flag ? "true" : "false"
        case .integer(let integer): return String(integer)
        case .number(let number): return String(number)
        case .text(let text): return text
        case .list(let list):
            let isFlat = list.allSatisfy { value in
                switch value {
                case .object, .list: false
                case .null, .flag, .integer, .number, .text: true
                }
            }
            return isFlat ? try list.map { try $0.cell() }.joined(separator: " ") : try JSONOutput.line(self)
        case .object: return try JSONOutput.line(self)
        }
    }
}
