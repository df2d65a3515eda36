import HarkCore

/// A text under the cursor, of one line or many.
struct TextField: Sendable, Hashable {
    /// No network takes more; more is not taken in.
    private static let longest = 50_000

    private(set) var characters: [Character]
    private(set) var cursor: Int
    let isMultiline: Bool

    init(_ text: String = "", isMultiline: Bool = false) {
        self.isMultiline = isMultiline
        characters = Array(Self.safe(text, isMultiline))
        cursor = characters.count
    }

    var text: String { String(characters) }

    /// Takes a key in; false when the key means nothing here.
    mutating func take(_ key: Key) -> Bool {
        switch (key.code, key.control) {
        case (.character(let character), false) where !key.alt: insert(String(character))
        case (.enter, false) where isMultiline: insert("\n")
        case (.backspace, false): removeBefore(1)
        case (.character("w"), true): removeBefore(wordLength)
        case (.character("u"), true): removeBefore(cursor - lineStart)
        case (.delete, _), (.character("d"), true): if cursor < characters.count { characters.remove(at: cursor) }
        case (.left, _), (.character("b"), true): cursor = max(0, cursor - 1)
        case (.right, _), (.character("f"), true): cursor = min(characters.count, cursor + 1)
        case (.home, _), (.character("a"), true): cursor = lineStart
        case (.end, _): cursor = lineEnd
        case (.up, _) where isMultiline: moveLine(to: lineStart - 1)
        case (.down, _) where isMultiline: moveLine(to: lineEnd + 1)
        default: return false
        }
        return true
    }

    /// Puts text in at the cursor.
    mutating func insert(_ text: String) {
        // Joined first, because a mark or joiner that is typed belongs to the character before it.
        guard characters.count < Self.longest else { return }
        let before = String(characters[..<cursor]) + Self.safe(text, isMultiline)
        let head = Array(before)
        characters = head + characters[cursor...]
        cursor = head.count
    }

    private mutating func removeBefore(_ count: Int) {
        let start = max(0, cursor - max(0, count))
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    private var wordLength: Int {
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        return cursor - start
    }

    private var lineStart: Int { (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }

    private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

    /// To the line around a place, in the same column as far as it goes.
    private mutating func moveLine(to place: Int) {
        guard (0...characters.count).contains(place) else { return }
        let column = cursor - lineStart
        cursor = place
        let start = lineStart
        cursor = min(start + column, lineEnd)
    }

    private static func safe(_ text: String, _ isMultiline: Bool) -> String {
        let near = text.utf8.count > longest ? String(text.unicodeScalars.prefix(longest)) : text
        return isMultiline ? TerminalText.block(near) : TerminalText.line(near)
    }
}
