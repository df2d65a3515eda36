/// Cuts a text into tokens, in one walk over its UTF-8 bytes.
struct Tokenizer {
    private let bytes: [UInt8]
    private let index: KeywordIndex?
    private var at = 0
    private(set) var text = TokenizedText()

    /// Without an index every word is cut, but no beginnings, emoticons or telling letters are looked up.
    init(_ bytes: [UInt8], index: KeywordIndex?) {
        self.bytes = bytes
        self.index = index
        text.tokens.reserveCapacity(bytes.count / 6 + 4)
    }

    static func read(_ bytes: [UInt8], index: KeywordIndex?) -> TokenizedText {
        var tokenizer = Tokenizer(bytes, index: index)
        while tokenizer.at < bytes.count { tokenizer.step() }
        return tokenizer.text
    }

    private mutating func step() {
        let byte = bytes[at]
        if byte >= 0x80 {
            beyondASCII()
        } else if Self.isWord(byte) {
            if !link() { word() }
        } else if byte == UInt8(ascii: "@"), at + 1 < bytes.count, Self.isWord(bytes[at + 1]) {
            mention()
        } else {
            punctuation(byte)
        }
    }

    private mutating func beyondASCII() {
        let (scalar, length) = UTF8Scalar.read(bytes, at)
        switch FoldedScalar(beyondASCII: scalar) {
        case .latin, .letter: word()
        case .symbol: symbol()
        case .gap:
            // … and ideographic full stops end a clause as their ASCII relatives do.
            if scalar == 0x2026 || scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F { endClause() }
            at += length
        case .joiner, .nothing, .diaeresis, .apostrophe: at += length
        }
    }

    private mutating func word() {
        var reader = WordReader(bytes, at: at, index: index)
        reader.read(into: &text)
        at = reader.end
    }

    /// An emoji with everything that is joined to it; skin tones and variation selectors do not count.
    private mutating func symbol() {
        let start = at
        var hash = TextHash()
        var joined = true
        while at < bytes.count, bytes[at] >= 0x80 {
            let (scalar, length) = UTF8Scalar.read(bytes, at)
            switch FoldedScalar(beyondASCII: scalar) {
            case .symbol where joined:
                for byte in bytes[at..<at + length] { hash.add(byte) }
                joined = false
            case .joiner: joined = true
            case .nothing: break
            default:
                text.tokens.append(Token(start: start, end: at, hash: hash.value))
                return
            }
            at += length
        }
        text.tokens.append(Token(start: start, end: at, hash: hash.value))
    }

    /// A web address from its scheme or `www.` on; it is no word, but it is counted.
    private mutating func link() -> Bool {
        let first = bytes[at] | 0x20
        guard first == UInt8(ascii: "h") || first == UInt8(ascii: "w"), Self.schemes.contains(where: begins) else {
            return false
        }
        while at < bytes.count, bytes[at] > 32 { at += 1 }
        text.marks.links += 1
        return true
    }

    private static let schemes = ["http://", "https://", "www."].map { Array($0.utf8) }

    private func begins(_ prefix: [UInt8]) -> Bool {
        guard at + prefix.count <= bytes.count else { return false }
        for offset in prefix.indices
        where bytes[at + offset] | (Self.isWord(bytes[at + offset]) ? 0x20 : 0) != prefix[offset] {
            return false
        }
        return true
    }

    private mutating func mention() {
        at += 1
        while at < bytes.count, Self.isWord(bytes[at]) || bytes[at] == UInt8(ascii: "_") || bytes[at] >= 0x80 {
            at += 1
        }
        text.marks.mentions += 1
    }

    private mutating func punctuation(_ byte: UInt8) {
        if emoticon(byte) { return }
        let start = at
        at += 1
        switch byte {
        case UInt8(ascii: "!"):
            while at < bytes.count, bytes[at] == byte { at += 1 }
            if at - start > 1, text.marks.bangs == nil { text.marks.bangs = TextSpan(start: start, length: at - start) }
            endClause()
        case UInt8(ascii: "?"):
            if text.marks.question == nil { text.marks.question = TextSpan(start: start, length: 1) }
            endClause()
        case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: ":"),
            UInt8(ascii: "("), UInt8(ascii: ")"):
            endClause()
        default: break
        }
    }

    private mutating func endClause() {
        guard !text.tokens.isEmpty else { return }
        text.tokens[text.tokens.count - 1].endsClause = true
    }

    /// `:)`, `:-(`, `;)`, `<3`: two or three signs that the tables know.
    private mutating func emoticon(_ byte: UInt8) -> Bool {
        guard let index, Self.emoticonStarts.contains(byte) else { return false }
        for length in [3, 2] where at + length <= bytes.count {
            let hash = Self.emoticonHash(bytes[at..<at + length])
            guard !index.postings(hash).isEmpty else { continue }
            text.tokens.append(Token(start: at, end: at + length, hash: hash))
            at += length
            return true
        }
        return false
    }

    /// What an emoticon begins with.
    static let emoticonStarts: [UInt8] = Array(":;=<".utf8)

    /// Signs are told apart as they are: `:D` is no `:d`.
    static func emoticonHash(_ signs: some Sequence<UInt8>) -> UInt64 {
        var hash = TextHash()
        hash.add(0x1B)
        for sign in signs { hash.add(sign) }
        return hash.value
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }
}
