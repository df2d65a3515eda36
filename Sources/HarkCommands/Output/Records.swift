import HarkCore

/// Lines for programs: a name, then values, separated by tabs. Absent values are `-`, so that columns keep their places.
struct Records {
    private(set) var text = ""

    /// One line.
    mutating func add(_ name: String, _ values: String?...) { add(name, values) }

    /// One line.
    mutating func add(_ name: String, _ values: [String?]) {
        let cells = [name] + values.map { $0.flatMap { $0.isEmpty ? nil : $0 } ?? "-" }
        text += cells.map(TerminalText.line).joined(separator: "\t") + "\n"
    }
}
