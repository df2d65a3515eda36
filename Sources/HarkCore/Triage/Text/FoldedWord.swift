/// The word that is being read: its hashes so far and what it looks like.
struct FoldedWord {
    var hash = TextHash()
    /// The hash with stretched letters cut down to one.
    var short = TextHash()
    /// The last eight folded bytes.
    var tail: UInt64 = 0
    var last: UInt8 = 0
    var run = 0
    var length = 0
    var letters = 0
    var capitals = 0
    var digits = 0
    var isStretched = false

    /// Takes a folded byte; of three or more equal letters two count, and one in the short form. False when it does
    /// not count.
    @inline(__always)
    mutating func add(_ byte: UInt8) -> Bool {
        if byte == last, byte >= UInt8(ascii: "a"), byte < 0x80 {
            run += 1
            if run > 2 {
                isStretched = true
                return false
            }
        } else {
            if run == 2 { short.add(last) }
            run = 1
            short.add(byte)
            last = byte
        }
        hash.add(byte)
        tail = tail << 8 | UInt64(byte)
        length += 1
        return true
    }

    @inline(__always)
    mutating func count(isCapital: Bool) {
        letters += 1
        if isCapital { capitals += 1 }
    }

    /// Three letters or more, all capitals.
    var isShouted: Bool { letters >= 3 && capitals == letters }
}
