/// Reads single characters out of UTF-8 bytes.
enum UTF8Scalar {
    /// The character at an offset and its number of bytes; a byte that begins none counts as U+FFFD.
    @inline(__always)
    static func read(_ bytes: [UInt8], _ at: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[at])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard first >= 0x80 else { return (first, 1) }
        guard length > 1, at + length <= bytes.count else { return (0xFFFD, 1) }
        var scalar = first & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[at + offset] & 0x3F) }
        return (scalar, length)
    }
}
