/// Text whose lines were broken on the way and are meant to flow (RFC 3676).
struct FlowedText {
    /// The text with its paragraphs whole.
    let unfolded: String

    init(_ text: String, deletesSpaces: Bool) {
        var lines: [(depth: Int, text: String)] = []
        var isOpen = false
        for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let depth = raw.prefix { $0 == ">" }.count
            var line = raw.dropFirst(depth)
            if line.first == " " { line = line.dropFirst() }
            let isSignature = line == "-- "
            let flows = line.last == " " && !isSignature
            let kept = flows && deletesSpaces ? line.dropLast() : line
            if isOpen, lines.last?.depth == depth, !isSignature {
                lines[lines.count - 1].text += kept
            } else {
                lines.append((depth, String(kept)))
            }
            isOpen = flows
        }
        unfolded = lines.map { String(repeating: ">", count: $0.depth) + ($0.depth > 0 ? " " : "") + $0.text }
            .joined(separator: "\n")
    }
}
