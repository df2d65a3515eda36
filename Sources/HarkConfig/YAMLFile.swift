import Foundation
import Yams

/// Reads one YAML file into its tree, with every way in which a text file can be broken told apart.
struct YAMLFile {
    /// Files beyond this are no configuration.
    static let largest = 1_048_576

    /// The name that errors carry.
    let name: String
    let findings: Findings

    /// The root of the file; nil when it cannot be read, which is noted.
    func root(at path: String) -> Item? {
        text(at: path).flatMap { root(in: $0) }
    }

    /// The root of a text; nil when it cannot be read, which is noted.
    func root(in text: String) -> Item? {
        guard YAMLGuard(file: name, findings: findings).passes(text) else { return nil }
        do {
            let parser = try Parser(yaml: text, encoding: .utf8)
            let node = try parser.singleRoot()
            // The parser holds the anchors, the nodes only refer to them.
            return withExtendedLifetime(parser) { checked(node) }
        } catch {
            note(error, in: text)
            return nil
        }
    }

    private func checked(_ node: Node?) -> Item? {
        guard let node, !Item(node, file: name, findings: findings).isEmpty else {
            findings.add(name, 1, "the file is empty; Config/README.md shows what belongs in it")
            return nil
        }
        if let line = anchorLine(in: node) {
            findings.add(name, line, "anchors and aliases (&name, *name) are not allowed; write the value out")
            return nil
        }
        return Item(node, file: name, findings: findings)
    }

    /// The first anchor in the order of the file: it stands before every alias, so the walk stays as short as the file.
    private func anchorLine(in node: Node) -> Int? {
        if node.anchor != nil { return node.mark?.line ?? 1 }
        switch node {
        case .scalar: return nil
        case .alias: return node.mark?.line ?? 1
        case .sequence(let sequence):
            return sequence.lazy.compactMap(anchorLine).first
        case .mapping(let mapping):
            return mapping.lazy.compactMap { anchorLine(in: $0.key) ?? anchorLine(in: $0.value) }.first
        }
    }

    private func text(at path: String) -> String? {
        let bytes: Data
        switch RegularFile.read(path, atMost: Self.largest) {
        case .success(let data): bytes = data
        case .failure(let refusal):
            findings.add(name, 1, "the file \(refusal.reason)")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let valid = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
            findings.add(
                name,
                valid.count(where: \.isNewline) + 1,
                "the file is not UTF-8 from here on; save it as UTF-8"
            )
            return nil
        }
        return text
    }

    private func note(_ error: any Error, in text: String) {
        guard let error = error as? YamlError else {
            findings.add(name, 1, "the file is not YAML")
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            findings.add(name, mark.line, "not YAML: \(problem); check indentation and quotes")
        case .duplicatedKeysInMapping(let keys, let context):
            let list = keys.map { "“\($0)”" }.joined(separator: ", ")
            findings.add(name, context.mark.line, "the key \(list) stands twice in the same place; keep one of them")
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
            findings.add(name, 1, "not YAML: \(problem)")
        case .no, .memory, .dataCouldNotBeDecoded:
            findings.add(name, 1, "the file cannot be read as YAML")
        }
    }
}
