import HarkCore

/// Everything that is wrong with the files of one load.
///
/// A reference, because every reader of one load adds to the same list; it never leaves the load.
final class Findings {
    private var found: [(file: String, line: Int, detail: String)] = []

    /// Notes a wrong place.
    func add(_ file: String, _ line: Int, _ detail: String) { found.append((file, line, detail)) }

    /// Everything found, file by file and from top to bottom; the pointer reads `rules.yaml:12`.
    func problems(inOrderOf files: [String]) -> [Failure.Problem] {
        found.enumerated()
            .sorted { left, right in
                let (a, b) = (left.element, right.element)
                return (files.firstIndex(of: a.file) ?? files.count, a.line, left.offset)
                    < (files.firstIndex(of: b.file) ?? files.count, b.line, right.offset)
            }
            .map { .init(pointer: "\($0.element.file):\($0.element.line)", detail: $0.element.detail) }
    }
}
