/// What one payload file must be read as.
struct Expectation: Sendable {
    var file: String
    var network: String
    var shape: String
    var endpoint: String
    var note: String
    var ignored: String?
    /// What a connector must conclude from the answer, for an error.
    var conclusions: [Conclusion]
    var items: [ExpectedItem]

    init(_ object: [String: JSONValue]) {
        file = object["file"]?.text ?? ""
        network = object["network"]?.text ?? ""
        shape = object["shape"]?.text ?? ""
        endpoint = object["endpoint"]?.text ?? ""
        note = object["note"]?.text ?? ""
        ignored = object["ignored"]?.text
        conclusions = Conclusion.all(in: object["error"] ?? .null)
        items = (object["items"]?.list ?? []).enumerated().compactMap { number, value in
            if case .object(let fields) = value { ExpectedItem(number: number, fields: fields) } else { nil }
        }
    }

    /// What is expected of a file that the oracle does not name: nothing in particular.
    init(unnamed file: String, network: String, shape: String) {
        self.init(["file": .text(file), "network": .text(network), "shape": .text(shape)])
    }

    /// The items expected of a piece of the file.
    func items(of piece: Piece) -> [ExpectedItem] {
        items.filter { item in
            if let name = piece.caseName, let wanted = item.caseName { return wanted == name }
            if let call = piece.call, !item.calls.isEmpty { return item.calls.contains(call) }
            if let line = piece.line { return item.line.map { $0 == line } ?? item.calls.contains(line) }
            return true
        }
    }
}

/// One item with the alternatives that are right too.
struct ExpectedItem: Sendable {
    var number: Int
    var fields: [String: JSONValue]

    /// Everything the field may be: the reading itself and those under `…Any`.
    func allowed(_ field: String) -> [JSONValue] {
        [fields[field] ?? .null] + (fields[field + "Any"]?.list ?? [])
    }

    func allowsAnything(in field: String) -> Bool { fields[field + "Free"]?.isTrue ?? false }

    /// An echo may also be dropped, unless another reading makes it a message.
    var mayBeAbsent: Bool {
        fields["optional"]?.isTrue ?? false || allowed("is") == [.text("echo")]
    }

    var caseName: String? { fields["case"]?.text ?? fields["case"]?.int.map(String.init) }
    var line: Int? { fields["line"]?.int }
    var calls: [Int] { (fields["calls"]?.list ?? []).compactMap(\.int) }
}
