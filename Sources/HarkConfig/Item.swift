import Yams

/// One value of a file with its place. Reading never stops at a mistake: it is noted, and the reader goes on.
struct Item {
    let node: Node
    let file: String
    /// The line of the key that leads here, where the value has no mark of its own.
    let line: Int
    let findings: Findings

    init(_ node: Node, file: String, line: Int? = nil, findings: Findings) {
        self.node = node
        self.file = file
        self.line = line ?? node.mark?.line ?? 1
        self.findings = findings
    }

    /// Where it stands: `rules.yaml:12`.
    var source: String { "\(file):\(line)" }

    /// Whether nothing, `~` or `null` stands there.
    var isEmpty: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// A single value as it was written, without complaint about anything else.
    var word: String? { node.scalar?.string }

    /// What kind of value stands there, in words for an error.
    var kind: String {
        switch node {
        case .scalar: isEmpty ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "keys with values"
        case .alias: "an alias"
        }
    }

    /// Notes what is wrong with the value.
    func wrong(_ detail: String) { findings.add(file, line, detail) }

    /// The text of a single value; notes anything else.
    func text(_ name: String) -> String? {
        guard case .scalar(let scalar) = node, !isEmpty else {
            wrong("“\(name)” must be a single value, here is \(kind)")
            return nil
        }
        return scalar.string
    }

    /// The elements of a list; nothing written is the empty list.
    func list(_ name: String) -> [Item] {
        if isEmpty { return [] }
        guard case .sequence(let sequence) = node else {
            wrong("“\(name)” must be a list (lines that begin with “- ”), here is \(kind)")
            return []
        }
        return sequence.map { Item($0, file: file, findings: findings) }
    }

    /// The elements of a list, or one value that stands for a list of one.
    func oneOrMore(_ name: String) -> [Item] {
        if word != nil, !isEmpty { return [self] }
        return list(name)
    }

    /// The keys and values, with the keys that may be anything.
    func pairs(_ name: String) -> [(key: String, value: Item)] {
        if isEmpty { return [] }
        guard case .mapping(let mapping) = node else {
            wrong("“\(name)” must be keys with values, here is \(kind)")
            return []
        }
        return mapping.compactMap { key, value in
            let line = key.mark?.line ?? line
            guard let text = key.scalar?.string, !text.isEmpty else {
                findings.add(file, line, "a key of “\(name)” must be a single word")
                return nil
            }
            return (text, Item(value, file: file, line: line, findings: findings))
        }
    }

    /// The values of known keys; unknown keys are noted.
    func fields(_ name: String, _ known: [String]) -> [String: Item]? {
        guard case .mapping = node else {
            wrong("“\(name)” must be keys with values (\(known.joined(separator: ", "))), here is \(kind)")
            return nil
        }
        var fields: [String: Item] = [:]
        for (key, value) in pairs(name) {
            guard known.contains(key) else {
                value.wrong("unknown key “\(key)”" + Suggestion.text(for: key, among: known))
                continue
            }
            if !value.isEmpty { fields[key] = value }
        }
        return fields
    }

    /// A required value of `fields(_:_:)`; notes its absence.
    func required(_ key: String, of fields: [String: Item]) -> Item? {
        if fields[key] == nil { wrong("“\(key)” is missing") }
        return fields[key]
    }
}
