/// Folds one word into its hashes.
struct WordReader {
    private let bytes: [UInt8]
    private let index: KeywordIndex?
    private let start: Int
    private(set) var end: Int

    private var hash = TextHash()
    private var short = TextHash()
    private var last: UInt8 = 0
    private var run = 0
    private var length = 0
    private var letters = 0
    private var capitals = 0
    private var isStretched = false

    init(_ bytes: [UInt8], at start: Int, index: KeywordIndex?) {
        self.bytes = bytes
        self.start = start
        self.index = index
        end = start
    }

    /// Reads to the end of the word and adds it.
    mutating func read(into text: inout TokenizedText) {
        let firstStem = Int32(text.stems.count)
        while end < bytes.count, step(&text) {}
        if run == 2 { short.add(last) }
        var token = Token(start: start, end: end, hash: hash.value)
        token.short = isStretched ? short.value : 0
        token.stems = firstStem..<Int32(text.stems.count)
        token.length = length
        token.isCapitals = letters >= 3 && capitals == letters
        text.marks.letters += letters
        text.marks.capitals += capitals
        if isStretched { text.marks.stretched += 1 }
        if length > 0 { text.tokens.append(token) }
    }

    /// Takes one character; false where the word ends.
    private mutating func step(_ text: inout TokenizedText) -> Bool {
        let byte = bytes[end]
        if byte < 0x80 {
            if Tokenizer.isWord(byte) {
                if byte > UInt8(ascii: "9") { count(isCapital: byte & 0x20 == 0) }
                add(byte > UInt8(ascii: "9") ? byte | 0x20 : byte, &text)
                end += 1
                return true
            }
            return byte == UInt8(ascii: "'") && apostrophe(1, &text)
        }
        return beyondASCII(&text)
    }

    private mutating func beyondASCII(_ text: inout TokenizedText) -> Bool {
        let (scalar, length) = UTF8Scalar.read(bytes, end)
        switch FoldedScalar(beyondASCII: scalar) {
        case .latin(let first, let second):
            count(isCapital: scalar < 0xDF)
            letter((0xC0...0xDE).contains(scalar) ? scalar + 32 : scalar, length, &text)
            add(first, &text)
            if second != 0 { add(second, &text) }
        case .letter:
            text.marks.foreign += 1
            text.marks.letters += 1
            letter(scalar, length, &text)
            for byte in bytes[end..<end + length] { add(byte, &text) }
        case .diaeresis:
            let isUmlaut = [UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u")].contains(last)
            if isUmlaut { add(UInt8(ascii: "e"), &text) }
        case .nothing, .joiner: break
        case .apostrophe: return apostrophe(length, &text)
        case .symbol, .gap: return false
        }
        end += length
        return true
    }

    /// An apostrophe belongs to the word when a letter follows.
    private mutating func apostrophe(_ width: Int, _ text: inout TokenizedText) -> Bool {
        guard end + width < bytes.count, Tokenizer.isWord(bytes[end + width]) else { return false }
        add(UInt8(ascii: "'"), &text)
        end += width
        return true
    }

    private mutating func count(isCapital: Bool) {
        letters += 1
        if isCapital { capitals += 1 }
    }

    /// Adds a folded byte; of three or more equal letters two count, and one in the short form.
    private mutating func add(_ byte: UInt8, _ text: inout TokenizedText) {
        let isLetter = byte >= UInt8(ascii: "a") && byte < 0x80
        if isLetter, byte == last {
            run += 1
        } else {
            if run == 2 { short.add(last) }
            run = 1
            short.add(byte)
        }
        last = byte
        if run > 2 {
            isStretched = true
            return
        }
        hash.add(byte)
        length += 1
        guard let index, length < 64, index.stemLengths & (1 << UInt64(length)) != 0 else { return }
        let stem = TextHash.stem(hash.value)
        if !index.postings(stem).isEmpty { text.stems.append(stem) }
    }

    /// Notes a letter that tells a language.
    private func letter(_ scalar: UInt32, _ length: Int, _ text: inout TokenizedText) {
        guard let index else { return }
        for posting in index.postings(TextHash.character(scalar)) {
            text.letters.append((Int32(index.row(posting)), end, length))
        }
    }
}
