public import HarkCore

/// What people tell the learner, in `curation.tsv`: terms it must not take, terms fixed by hand, and terms known to
/// speak alike.
public struct Curation: Sendable, Hashable {
    private var removedWords: [String: Set<String>] = [:]
    private var removedBeginnings: [String: [String]] = [:]
    private(set) var fixed: [String: [String]] = [:]
    private(set) var hints: [String: [String: Int]] = [:]

    /// No word from anybody.
    public static let none = Curation()

    private init() {}

    /// Reads the columns `table action term value reason`. Throws a ``Failure`` that names each wrong row.
    public init(_ text: String, file: String = "curation.tsv") throws(Failure) {
        var problems: [Failure.Problem] = []
        for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = String(decoding: line, as: UTF8.self)
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("table\t") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count >= 4 else {
                problems.append(
                    .init(pointer: "\(file):\(number + 1)", detail: "columns: table action term value reason")
                )
                continue
            }
            if !take(table: cells[0], action: cells[1], term: cells[2], value: cells[3]) {
                problems.append(
                    .init(pointer: "\(file):\(number + 1)", detail: "column 2: remove, fix or hint, with its value")
                )
            }
        }
        guard problems.isEmpty else {
            throw Failure(.badConfiguration, "\(file) cannot be read", problems: problems)
        }
    }

    private mutating func take(table: String, action: String, term: String, value: String) -> Bool {
        switch action {
        case "remove" where term.hasSuffix("*"):
            removedBeginnings[table, default: []].append(TermText.of(String(term.dropLast())))
        case "remove": removedWords[table, default: []].insert(TermText.of(term))
        case "fix": fixed[table, default: []].append(term + "\t" + value.split(separator: " ").joined(separator: "\t"))
        case "hint":
            guard let points = Int(value), (-3...3).contains(points) else { return false }
            hints[table, default: [:]][term] = points
        default: return false
        }
        return true
    }

    /// Whether a table must not hold a term: one of its words was removed.
    func forbids(_ term: String, in table: String) -> Bool {
        let body = term.hasPrefix("NOT_") ? String(term.dropFirst(4)) : term
        return body.split(separator: " ").contains { word in
            let folded = TermText.of(word.filter { $0 != "*" })
            return removedWords[table]?.contains(folded) ?? false
                || removedBeginnings[table]?.contains(where: folded.hasPrefix) ?? false
        }
    }
}
