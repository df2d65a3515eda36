/// Reads a template and names every mistake with its line.
struct TemplateParser {
    /// A mistake in a template.
    struct Problem: Error, Hashable {
        var line: Int
        var detail: String
    }

    private let known: Set<String>
    private(set) var problems: [Problem] = []
    /// The open sections with what has been read before and in them.
    private var open: [(name: String, isInverted: Bool, line: Int)] = []
    private var levels: [[Template.Node]] = [[]]

    /// Reads a text whose places may have these names. Returns the template, or every mistake.
    static func parse(_ text: String, known: Set<String>) -> (template: Template, problems: [Problem]) {
        var parser = TemplateParser(known: known)
        parser.read(text)
        return (Template(nodes: parser.levels[0]), parser.problems)
    }

    private init(known: Set<String>) { self.known = known }

    private mutating func read(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            read(line: line, number: index + 1, end: isLast ? "" : "\n")
        }
        for section in open.reversed() {
            problems.append(.init(line: section.line, detail: "“{{#\(section.name)}}” has no “{{/\(section.name)}}”"))
        }
        while levels.count > 1 { close() }
    }

    private mutating func read(line: Substring, number: Int, end: String) {
        if let tag = Self.loneTag(line) { return take(tag, number) }
        var rest = line
        while let start = rest.firstRange(of: "{{") {
            add(String(rest[..<start.lowerBound]))
            guard let stop = rest[start.upperBound...].firstRange(of: "}}") else {
                problems.append(.init(line: number, detail: "“{{” has no “}}” in its line"))
                return
            }
            take(rest[start.upperBound..<stop.lowerBound], number)
            rest = rest[stop.upperBound...]
        }
        add(String(rest) + end)
    }

    /// The tag of a section that stands alone in its line.
    private static func loneTag(_ line: Substring) -> Substring? {
        let bare = line.drop { $0 == " " }
        guard bare.hasPrefix("{{"), let stop = bare.firstRange(of: "}}"),
            bare[stop.upperBound...].allSatisfy({ $0 == " " })
        else { return nil }
        let tag = bare.dropFirst(2)[..<stop.lowerBound]
        return ["#", "^", "/"].contains(tag.first.map(String.init)) ? tag : nil
    }

    private mutating func take(_ tag: Substring, _ line: Int) {
        let mark = tag.first
        let name = String(["#", "^", "/"].contains(mark) ? tag.dropFirst() : tag).filter { $0 != " " }
        guard known.contains(name) else {
            let list = known.sorted().joined(separator: ", ")
            problems.append(
                .init(line: line, detail: "nothing is called “\(name.prefix(40))” here; known are: \(list)")
            )
            return
        }
        switch mark {
        case "#", "^":
            open.append((name, mark == "^", line))
            levels.append([])
        case "/":
            guard let section = open.last, section.name == name else {
                let detail = open.last.map { "; open is “\($0.name)” from line \($0.line)" } ?? "; none is open"
                problems.append(.init(line: line, detail: "“{{/\(name)}}” ends no section\(detail)"))
                return
            }
            open.removeLast()
            close(section.name, section.isInverted)
        default: levels[levels.count - 1].append(.value(name))
        }
    }

    private mutating func close(_ name: String = "", _ isInverted: Bool = false) {
        let inner = levels.removeLast()
        levels[levels.count - 1].append(.section(name, isInverted: isInverted, inner))
    }

    private mutating func add(_ text: String) {
        if !text.isEmpty { levels[levels.count - 1].append(.text(text)) }
    }
}
