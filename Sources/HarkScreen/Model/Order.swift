/// A verb with what it is about: what a key says, or a line behind `:`.
struct Order: Sendable, Hashable {
    var verb: Verb
    var argument: String

    init(_ verb: Verb, _ argument: String = "") {
        self.verb = verb
        self.argument = argument
    }

    /// Reads a line behind `:`. Names may be cut short where that is clear; a number alone opens that conversation.
    static func read(_ line: String) -> Result<Order, Misread> {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
        guard let name = words.first else { return .failure(Misread(text: "")) }
        let argument = words.count > 1 ? words[1] : ""
        if Int64(name.drop { $0 == "#" }) != nil { return .success(Order(.open, name)) }
        if let verb = Verb(rawValue: name) ?? shorthands[name] { return .success(Order(verb, argument)) }
        let fitting = Verb.allCases.filter { $0.rawValue.hasPrefix(name) }
        switch fitting.count {
        case 1: return .success(Order(fitting[0], argument))
        case 0: return .failure(Misread(text: "there is no command “\(name)”; ? lists them"))
        default:
            let names = fitting.map(\.rawValue).joined(separator: ", ")
            return .failure(Misread(text: "“\(name)” may be \(names)"))
        }
    }

    /// Why a line is no order; empty for an empty line.
    struct Misread: Error, Hashable { var text: String }

    private static let shorthands: [String: Verb] = ["q": .quit, "inbox": .query, "why": .details, "show": .open]
}
