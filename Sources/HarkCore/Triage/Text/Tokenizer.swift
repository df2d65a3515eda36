/// Cuts a text into tokens, in one walk over its UTF-8 bytes.
package struct Tokenizer {
    let bytes: [UInt8]
    let beginnings: UInt64
    let endings: UInt64
    var at = 0
    var sentence: Int32 = 0
    var text = TokenizedText()
    var word = FoldedWord()
    /// The hashes of the word's beginnings, by their length.
    var prefixes = InlineArray<64, UInt64>(repeating: 0)

    init(_ bytes: [UInt8], filter: PartFilter) {
        self.bytes = bytes
        beginnings = filter.beginnings
        endings = filter.endings
        text.tokens.reserveCapacity(bytes.count / 5 + 4)
        text.parts.reserveCapacity(bytes.count / 2 + 8)
    }

    /// The tokens of a text; `filter` says which beginnings and endings of words are kept.
    package static func read(
        _ bytes: [UInt8],
        filter: PartFilter
    ) -> TokenizedText {
        var tokenizer = Tokenizer(bytes, filter: filter)
        let index = filter.index
        while tokenizer.at < bytes.count { tokenizer.step(index) }
        var text = TokenizedText()
        swap(&text, &tokenizer.text)
        return text
    }

    /// Takes one unit. `index` is what the tables know; without it everything is taken.
    private mutating func step(_ index: KeywordIndex?) {
        let byte = bytes[at]
        if byte >= 0x80 {
            beyondASCII(index)
        } else if Self.isWord(byte) {
            if !link() { word(index) }
        } else if byte == UInt8(ascii: "@"), at + 1 < bytes.count, Self.isWord(bytes[at + 1]) {
            mention()
        } else if byte == UInt8(ascii: "#"), at + 1 < bytes.count, Self.isWord(bytes[at + 1]) {
            text.marks.hashtags += 1
            at += 1
            while at < bytes.count, Self.isWord(bytes[at]) || bytes[at] >= 0xC3 && bytes[at] < 0xC6 {
                let before = at
                word(index, inHashtag: true)
                if at == before { break }
            }
        } else {
            punctuation(byte, index)
        }
    }

    private mutating func beyondASCII(_ index: KeywordIndex?) {
        let (scalar, length) = UTF8Scalar.read(bytes, at)
        switch FoldedScalar(beyondASCII: scalar) {
        case .latin, .letter: word(index)
        case .symbol: symbol(index)
        case .gap:
            // … and ideographic full stops end a clause as their ASCII relatives do.
            if scalar == 0x2026 || scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F { endSentence() }
            if scalar == 0x2026 { text.marks.ellipses += 1 }
            if scalar == 0x20AC || scalar == 0xA3 { text.marks.currencies += 1 }
            if scalar == 0x201C || scalar == 0x201E || scalar == 0xAB { text.marks.quotes += 1 }
            at += length
        case .joiner, .nothing, .diaeresis, .apostrophe: at += length
        }
    }

    /// An emoji with everything that is joined to it; skin tones and variation selectors do not count.
    private mutating func symbol(_ index: KeywordIndex?) {
        let start = at
        var hash = TextHash()
        var joined = true
        while at < bytes.count, bytes[at] >= 0x80 {
            let (scalar, length) = UTF8Scalar.read(bytes, at)
            switch FoldedScalar(beyondASCII: scalar) {
            case .symbol where joined:
                for offset in 0..<length { hash.add(bytes[at + offset]) }
                joined = false
            case .joiner: joined = true
            case .nothing: break
            default: return add(symbol: hash.value, from: start, index)
            }
            at += length
        }
        add(symbol: hash.value, from: start, index)
    }

    mutating func add(symbol hash: UInt64, from start: Int, _ index: KeywordIndex?) {
        var token = Token(start: start, end: at, hash: hash)
        if let index, let number = index.find(hash) {
            token.number = number
            token.language = index[number].language
        }
        token.sentence = sentence
        token.flags = .symbol
        text.tokens.append(token)
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
        if text.tokens.isEmpty, text.marks.mentions == 0 { text.marks.isAddressed = true }
        at += 1
        while at < bytes.count, Self.isWord(bytes[at]) || bytes[at] == UInt8(ascii: "_") || bytes[at] >= 0x80 {
            at += 1
        }
        text.marks.mentions += 1
    }

    mutating func endClause() {
        guard !text.tokens.isEmpty else { return }
        text.tokens[text.tokens.count - 1].flags.insert(.endsClause)
    }

    mutating func endSentence() {
        endClause()
        if let last = text.tokens.last, last.sentence == sentence { sentence += 1 }
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }
}
