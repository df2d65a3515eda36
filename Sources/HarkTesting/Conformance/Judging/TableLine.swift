/// One line of the conformance table.
struct TableLine: CustomStringConvertible {
    static let header = "network            files  expected   found  ignored  undecoded  differences  errors  unnamed"

    var network: String
    var files = 0
    var expected = 0
    var found = 0
    var undecoded = 0
    var differences = 0
    var errors = 0
    var unnamed = 0
    /// Events ignored by design, by kind.
    var ignored: [String: Int] = [:]
    /// Why there are no figures.
    var remark: String?

    init(network: String) { self.network = network }

    mutating func add(_ verdict: Verdict, errors: Int, isNamed: Bool) {
        if isNamed { files += 1 } else { unnamed += 1 }
        self.errors += errors
        expected += verdict.expected
        found += verdict.found
        undecoded += verdict.undecoded
        differences += verdict.complaints.count
        for name in verdict.ignored { ignored[name, default: 0] += 1 }
    }

    var description: String {
        let name = network.padded(to: 17)
        if let remark { return name + "  " + remark }
        let columns = [
            (files, 7), (expected, 10), (found, 8), (ignored.values.reduce(0, +), 9), (undecoded, 11),
            (differences, 13), (errors, 8), (unnamed, 9),
        ]
        return columns.reduce(name) { line, column in
            let digits = String(column.0)
            return line + String(repeating: " ", count: max(1, column.1 - digits.count)) + digits
        }
    }

    /// The kinds ignored by design, each with its number; nil when there are none.
    var kinds: String? {
        guard !ignored.isEmpty else { return nil }
        let list = ignored.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.key) ×\($0.value)" }
        return "\(network): " + list.joined(separator: ", ")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
