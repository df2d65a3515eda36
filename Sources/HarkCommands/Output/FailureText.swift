import HarkCore

/// A failure as a person reads it.
enum FailureText {
    /// The sentence, then each wrong part on a line of its own.
    static func render(_ failure: Failure, about subject: String? = nil) -> String {
        let head = ["hark", subject, failure.message].compactMap(\.self).joined(separator: ": ")
        let parts = failure.problems.map { "  \($0.pointer): \($0.detail)" }
        // A query that cannot be read is shown on lines of its own, with a mark below.
        let lines = head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return (lines + parts).map { TerminalText.line($0) + "\n" }.joined()
    }
}
