extension Tokenizer {
    /// Takes a sign that is no part of a word.
    mutating func punctuation(_ byte: UInt8, _ index: KeywordIndex?) {
        if emoticon(byte, index) { return }
        let start = at
        at += 1
        switch byte {
        case UInt8(ascii: "!"):
            let span = run(of: byte, from: start)
            if span.length > 1, text.marks.bangs == nil { text.marks.bangs = span }
            if text.marks.bang == nil { text.marks.bang = span }
            endSentence()
        case UInt8(ascii: "?"):
            let span = run(of: byte, from: start)
            if span.length > 1, text.marks.questions == nil { text.marks.questions = span }
            if text.marks.question == nil { text.marks.question = TextSpan(start: start, length: 1) }
            endSentence()
        case UInt8(ascii: "."):
            if run(of: byte, from: start).length > 1 { text.marks.ellipses += 1 }
            if at == bytes.count || bytes[at] <= 32 { endSentence() } else { endClause() }
        case UInt8(ascii: "\n"): endSentence()
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"):
            endClause()
        case UInt8(ascii: "\""): text.marks.quotes += 1
        case UInt8(ascii: "$"): text.marks.currencies += 1
        default: break
        }
    }

    private mutating func run(of byte: UInt8, from start: Int) -> TextSpan {
        while at < bytes.count, bytes[at] == byte { at += 1 }
        return TextSpan(start: start, length: at - start)
    }

    /// `:)`, `:-(`, `;)`, `<3`: two or three signs that the tables know.
    private mutating func emoticon(_ byte: UInt8, _ index: KeywordIndex?) -> Bool {
        guard Self.beginsEmoticon(byte) else { return false }
        for length in [3, 2] where at + length <= bytes.count {
            let hash = Self.emoticonHash(bytes[at..<at + length])
            guard index.map({ $0.find(hash) != nil }) ?? looksLikeEmoticon(length) else { continue }
            let start = at
            at += length
            add(symbol: hash, from: start, index)
            return true
        }
        return false
    }

    /// Eyes, perhaps a nose, a mouth.
    private func looksLikeEmoticon(_ length: Int) -> Bool {
        if bytes[at] == UInt8(ascii: "<") { return length == 2 && bytes[at + 1] == UInt8(ascii: "3") }
        if length == 3, ![UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "o")].contains(bytes[at + 1]) {
            return false
        }
        guard Self.mouths.contains(bytes[at + length - 1]) else { return false }
        return at + length == bytes.count || !Self.isWord(bytes[at + length])
    }

    private static let mouths = Array(")(DPp/\\|*]3oOS$".utf8)

    /// Whether an emoticon may begin with a sign.
    static func beginsEmoticon(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"): true
        default: false
        }
    }

    /// Signs are told apart as they are: `:D` is no `:d`.
    static func emoticonHash(_ signs: some Sequence<UInt8>) -> UInt64 {
        var hash = TextHash()
        hash.add(0x1B)
        for sign in signs { hash.add(sign) }
        return hash.value
    }
}
