import ArgumentParser
import HarkCore

/// The text of a reply or note: from the command line, from standard input, or from the person's editor.
enum MessageText {
    static let scissors = "# ------------------------ >8 ------------------------"

    /// The words joined; `-` reads standard input; no words open the editor on the draft above `context`,
    /// if a person is there.
    static func read(
        _ words: [String],
        in surroundings: Surroundings,
        draft: String = "",
        context: () async throws -> String
    ) async throws -> String {
        if words == ["-"] { return try checked(surroundings.readInput()) }
        if !words.isEmpty { return try checked(words.joined(separator: " ")) }
        guard surroundings.inputIsTerminal && surroundings.screen.isTerminal else {
            throw ValidationError("no text: give it after the number, or - to read it from standard input")
        }
        let page = draft + "\n\(scissors)\n" + (try await context())
        let left = try surroundings.edit(page)
        let text = above(left)
        guard !text.isEmpty else { throw CancellationError() }
        return text
    }

    /// What stands above the scissors, without white space at its ends.
    static func above(_ text: String) -> String { text.components(before: scissors) }

    private static func checked(_ text: String) throws -> String {
        let text = text.trimmed
        guard !text.isEmpty else { throw ValidationError("the text is empty") }
        return text
    }
}

extension String {
    fileprivate func components(before line: String) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != line }.joined(separator: "\n").trimmed
    }

    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
