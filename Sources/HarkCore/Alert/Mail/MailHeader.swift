/// One header field, folded so that no line is longer than 76 characters where a break is allowed.
public struct MailHeader: Sendable {
    private static let width = 76
    private let name: String
    private let words: [String]

    /// A field of syntax: words that must stay whole, with breaks allowed between them.
    public init(_ name: String, structured words: [String]) {
        self.name = name
        self.words = words
    }

    /// A field of free text: as it is when short and plain, else in encoded words (RFC 2047).
    public init(_ name: String, text: String) {
        self.name = name
        let isPlain =
            text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
            && name.utf8.count + 2 + text.utf8.count <= Self.width
        words = isPlain ? [text] : EncodedWord.words(for: text)
    }

    /// The field with its line ends. Refuses a value that could end it early.
    public func folded() throws(MailFailure) -> String {
        guard ([name] + words).allSatisfy({ $0.utf8.allSatisfy { $0 != 13 && $0 != 10 && $0 != 0 } }) else {
            throw .permanent(
                "the header \(HarmlessText.line(name, limit: 40)) holds a line end or a NUL; nothing was sent"
            )
        }
        var result = name + ":"
        var column = result.utf8.count
        for (index, word) in words.enumerated() {
            if index > 0, column + 1 + word.utf8.count > Self.width {
                result += "\r\n"
                column = 0
            }
            result += " " + word
            column += 1 + word.utf8.count
        }
        return result + "\r\n"
    }
}
