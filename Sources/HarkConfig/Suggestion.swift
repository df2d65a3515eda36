/// What somebody probably meant to write.
enum Suggestion {
    /// ` did you mean “x”?` when a known word is near, else the list of all of them.
    static func text(for word: String, among known: [String]) -> String {
        if let near = nearest(to: word, among: known) { return "; did you mean “\(near)”?" }
        return known.isEmpty ? "" : "; known here: \(known.joined(separator: ", "))"
    }

    /// The known word that is at most a third of its letters away.
    static func nearest(to word: String, among known: [String]) -> String? {
        let near = known.map { ($0, distance(word.lowercased(), $0.lowercased())) }.min { $0.1 < $1.1 }
        guard let (candidate, edits) = near, edits <= max(1, candidate.count / 3) else { return nil }
        return candidate
    }

    /// Insertions, deletions and replacements between two words; words over 64 letters are never near.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        guard left.count <= 64, right.count <= 64 else { return 64 }
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
