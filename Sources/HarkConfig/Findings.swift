import HarkCore

/// Everything that is wrong with the files of one load, in the order it was found.
///
/// A reference, because every reader of one load adds to the same list; it never leaves the load.
final class Findings {
    private(set) var problems: [Failure.Problem] = []

    /// Notes a wrong place; the pointer reads `rules.yaml:12`.
    func add(_ file: String, _ line: Int, _ detail: String) {
        problems.append(.init(pointer: "\(file):\(line)", detail: detail))
    }
}
