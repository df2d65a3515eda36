/// A text to answer with, in one language, with placeholders in braces.
public struct CannedText: Sendable, Hashable {
    /// The text's name; texts of one name are the same in several languages.
    public var name: String
    /// The language; nil for customers of any other.
    public var language: Language?
    /// The text with its placeholders.
    public var text: String
    /// Where it stands: `canned/hello.de.txt`.
    public var source: String

    /// A text to answer with.
    public init(name: String, language: Language?, text: String, source: String) {
        self.name = name
        self.language = language
        self.text = text
        self.source = source
    }

    /// What may stand in braces.
    public enum Placeholder: String, Sendable, CaseIterable {
        /// The customer's name, else the handle.
        case name
        /// The customer's handle, else the name.
        case handle
        /// Who answers.
        case agent
        /// The conversation's team.
        case team
        /// The channel's name.
        case channel
        /// The conversation's number.
        case id
    }

    /// The text with every placeholder filled in. Braces around any other word stay.
    public func filled(for conversation: Conversation, contact: Contact?, agent: String) -> String {
        Self.pieces(of: text).map { piece in
            switch piece {
            case .text(let text): text
            case .placeholder(let word):
                Placeholder(rawValue: word).map { Self.value(of: $0, conversation, contact, agent) } ?? "{\(word)}"
            }
        }.joined()
    }

    /// The words in braces that are no placeholders, each with its line.
    public var unknownPlaceholders: [(word: String, line: Int)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            Self.pieces(of: String(line)).compactMap { piece in
                guard case .placeholder(let word) = piece, Placeholder(rawValue: word) == nil else { return nil }
                return (word, index + 1)
            }
        }
    }

    private enum Piece {
        case text(String)
        case placeholder(String)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "{") {
            let end = rest[start...].firstIndex(of: "}") ?? rest.endIndex
            let word = rest[rest.index(after: start)..<end]
            let isWord = end < rest.endIndex && !word.isEmpty && word.allSatisfy { $0.isLetter }
            pieces.append(.text(String(rest[..<start])))
            pieces.append(isWord ? .placeholder(String(word)) : .text("{"))
            rest = rest[(isWord ? rest.index(after: end) : rest.index(after: start))...]
        }
        return pieces + [.text(String(rest))]
    }

    /// A customer's own words are put on one line, without control characters.
    private static func value(
        of placeholder: Placeholder,
        _ conversation: Conversation,
        _ contact: Contact?,
        _ agent: String
    ) -> String {
        let identity = contact?.identity
        return switch placeholder {
        case .name: SafeLine.snippet(identity?.name ?? identity?.handle ?? conversation.author)
        case .handle: SafeLine.snippet(identity?.handle ?? identity?.name ?? conversation.author)
        case .agent: agent
        case .team: conversation.team
        case .channel: conversation.channel.rawValue
        case .id: conversation.id.description
        }
    }
}

extension [CannedText] {
    /// The text of a name in a conversation's language, else the one for any language, else the first there is.
    func best(named name: String, for language: Language) -> CannedText? {
        let texts = filter { $0.name == name }
        return texts.first { $0.language == language } ?? texts.first { $0.language == nil } ?? texts.first
    }
}
