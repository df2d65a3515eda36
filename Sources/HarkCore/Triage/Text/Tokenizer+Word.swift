extension Tokenizer {
    /// Reads a word and adds it with its beginnings and endings. In a hashtag a capital behind a small letter begins a
    /// new word: #notHappy.
    mutating func word(_ index: KeywordIndex?, inHashtag: Bool = false) {
        let start = at
        let plain = inHashtag ? nil : plainWord()
        word = plain ?? foldedWord(inHashtag)
        guard word.length > 0 else { return }
        var token = Token(start: start, end: at, hash: word.hash.value)
        let firstPart = Int32(text.parts.count)
        if let index {
            look(up: &token, index, isPlain: plain != nil)
        } else {
            if plain != nil { keepBeginnings(from: start) }
            forEachPart { text, hash in text.parts.append(WordPart(hash: hash)) }
        }
        token.parts = firstPart..<Int32(text.parts.count)
        token.short = word.isStretched ? word.short.value : 0
        token.length = word.length
        token.sentence = sentence
        if word.isShouted { token.flags.insert(.capitals) }
        text.tokens.append(token)
        countWord()
    }

    /// A word of ASCII letters and digits with no letter three times in a row, as most words are; nil for every other.
    /// Its beginnings are not kept: few are asked for.
    @inline(__always)
    private mutating func plainWord() -> FoldedWord? {
        var word = FoldedWord()
        var end = at
        var last: UInt8 = 0
        var beforeLast: UInt8 = 0
        while end < bytes.count {
            let byte = bytes[end]
            guard Self.isWord(byte) else {
                if byte >= 0x80 || byte == UInt8(ascii: "'") { return nil }
                break
            }
            let small = byte | 0x20
            if small == last, last == beforeLast, small > UInt8(ascii: "9") { return nil }
            beforeLast = last
            last = small
            word.hash.add(small)
            word.capitals &+= byte & 0x60 == 0x40 ? 1 : 0
            word.digits &+= byte < 0x40 ? 1 : 0
            end &+= 1
        }
        word.length = end - at
        word.letters = word.length - word.digits
        at = end
        return word
    }

    /// Takes the beginnings and the end of a plain word after all.
    private mutating func keepBeginnings(from start: Int) {
        var hash = TextHash()
        for length in 1..<min(word.length, 63) + 1 {
            hash.add(bytes[start + length - 1] | 0x20)
            prefixes[length] = hash.value
        }
        for byte in bytes[at - min(word.length, 8)..<at] { word.tail = word.tail << 8 | UInt64(byte | 0x20) }
    }

    /// Any word, character by character.
    private mutating func foldedWord(_ inHashtag: Bool) -> FoldedWord {
        word = FoldedWord()
        while at < bytes.count, wordStep(inHashtag) {}
        if word.run == 2 { word.short.add(word.last) }
        return word
    }

    private mutating func countWord() {
        text.marks.letters += word.letters
        text.marks.capitals += word.capitals
        if word.isShouted { text.marks.capitalWords += 1 }
        if word.isStretched { text.marks.stretched += 1 }
        if word.digits == word.length { text.marks.numbers += 1 }
        if word.digits >= 5 { text.marks.longNumbers += 1 }
    }

    /// Adds what is known of the word: all in advance where it is a row itself, else by its beginnings and endings.
    @inline(__always)
    private mutating func look(up token: inout Token, _ index: KeywordIndex, isPlain: Bool) {
        if let number = index.find(token.hash) {
            let known = index[number]
            token.number = number
            token.language = known.language
            if known.isWord { return index.addParts(of: known, to: &text.parts) }
        }
        if isPlain { keepBeginnings(from: token.start) }
        var language = token.language
        forEachPart { text, hash in
            guard let number = index.find(hash) else { return }
            let known = index[number]
            language += known.language
            if known.saysMore {
                text.parts.append(WordPart(hash: hash, number: number, endsLongTerm: known.endsLongTerm))
            }
        }
        token.language = language
    }

    /// Calls for the word's beginnings, the whole of it among them, and its endings.
    @inline(__always)
    private mutating func forEachPart(_ body: (inout TokenizedText, UInt64) -> Void) {
        var lengths = beginnings & Self.upTo(min(word.length, 63))
        while lengths != 0 {
            body(&text, TextHash.beginning(prefixes[lengths.trailingZeroBitCount]))
            lengths &= lengths &- 1
        }
        lengths = endings & Self.upTo(min(word.length &- 1, 63))
        while lengths != 0 {
            body(&text, TextHash.ending(word.tail, lengths.trailingZeroBitCount))
            lengths &= lengths &- 1
        }
    }

    /// The bits of all lengths up to one.
    @inline(__always)
    private static func upTo(_ length: Int) -> UInt64 { .max &>> UInt64(truncatingIfNeeded: 63 &- length) }

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
