extension Tokenizer {
    /// Reads a word and adds it with its beginnings and endings. In a hashtag a capital behind a small letter begins a
    /// new word: #notHappy.
    mutating func word(_ index: KeywordIndex?, inHashtag: Bool = false) {
        let start = at
        let firstPart = Int32(text.parts.count)
        word = FoldedWord()
        while at < bytes.count, wordStep(inHashtag) {}
        if word.run == 2 { word.short.add(word.last) }
        guard word.length > 0 else { return }
        var token = Token(start: start, end: at, hash: word.hash.value)
        if let index {
            if let found = index.find(token.hash) { token.found = found }
            if let known = index.word(token.found) {
                index.addParts(of: known, to: &text.parts)
            } else {
                addParts(index)
            }
        } else {
            addParts(nil)
        }
        token.short = word.isStretched ? word.short.value : 0
        token.parts = firstPart..<Int32(text.parts.count)
        token.length = word.length
        token.sentence = sentence
        if word.isShouted { token.flags.insert(.capitals) }
        text.tokens.append(token)
        countWord()
    }

    private mutating func countWord() {
        text.marks.letters += word.letters
        text.marks.capitals += word.capitals
        if word.isShouted { text.marks.capitalWords += 1 }
        if word.isStretched { text.marks.stretched += 1 }
        if word.digits == word.length { text.marks.numbers += 1 }
        if word.digits >= 5 { text.marks.longNumbers += 1 }
    }

    /// The word's beginnings, the whole of it among them, and its endings.
    private mutating func addParts(_ index: KeywordIndex?) {
        var lengths = beginnings & Self.upTo(min(word.length, 63))
        while lengths != 0 {
            add(part: TextHash.beginning(prefixes[lengths.trailingZeroBitCount]), index)
            lengths &= lengths &- 1
        }
        lengths = endings & Self.upTo(min(word.length &- 1, 63))
        while lengths != 0 {
            add(part: TextHash.ending(word.tail, lengths.trailingZeroBitCount), index)
            lengths &= lengths &- 1
        }
    }

    /// The bits of all lengths up to one.
    @inline(__always)
    private static func upTo(_ length: Int) -> UInt64 { .max &>> UInt64(truncatingIfNeeded: 63 &- length) }

    @inline(__always)
    private mutating func add(part hash: UInt64, _ index: KeywordIndex?) {
        guard let index else { return text.parts.append(WordPart(hash: hash, found: .init())) }
        if let found = index.find(hash) { text.parts.append(WordPart(hash: hash, found: found)) }
    }

    /// Takes one character; false where the word ends.
    @inline(__always)
    private mutating func wordStep(_ inHashtag: Bool) -> Bool {
        let byte = bytes[at]
        guard byte < 0x80 else { return wordStepBeyondASCII() }
        guard Self.isWord(byte) else { return byte == UInt8(ascii: "'") && apostrophe(1) }
        if byte > UInt8(ascii: "9") {
            let isCapital = byte & 0x20 == 0
            if inHashtag, isCapital, word.letters > word.capitals { return false }
            word.count(isCapital: isCapital)
            add(byte | 0x20)
        } else {
            word.digits += 1
            add(byte)
        }
        at += 1
        return true
    }

    private mutating func wordStepBeyondASCII() -> Bool {
        let (scalar, length) = UTF8Scalar.read(bytes, at)
        switch FoldedScalar(beyondASCII: scalar) {
        case .latin(let first, let second):
            word.count(isCapital: scalar < 0xDF)
            text.letters.append(((0xC0...0xDE).contains(scalar) ? scalar + 32 : scalar, at, length))
            add(first)
            if second != 0 { add(second) }
        case .letter:
            text.marks.foreign += 1
            text.marks.letters += 1
            text.letters.append((scalar, at, length))
            for offset in 0..<length { add(bytes[at + offset]) }
        case .diaeresis:
            let isUmlaut =
                word.last == UInt8(ascii: "a") || word.last == UInt8(ascii: "o") || word.last == UInt8(ascii: "u")
            if isUmlaut { add(UInt8(ascii: "e")) }
        case .nothing, .joiner: break
        case .apostrophe: return apostrophe(length)
        case .symbol, .gap: return false
        }
        at += length
        return true
    }

    /// An apostrophe belongs to the word when a letter follows.
    private mutating func apostrophe(_ width: Int) -> Bool {
        guard at + width < bytes.count, Self.isWord(bytes[at + width]) else { return false }
        add(UInt8(ascii: "'"))
        at += width
        return true
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) {
        if word.add(byte), word.length < 64 { prefixes[word.length] = word.hash.value }
    }
}
