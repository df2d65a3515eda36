/// FNV-1a, the one hash of the keyword tables: the state after each byte is the hash of the bytes so far, so that a
/// word's beginnings are hashed on the way.
struct TextHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0)
    }

    mutating func add(number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The hash of a word's beginning, told apart from the hash of the whole word.
    static func stem(_ prefix: UInt64) -> UInt64 { prefix ^ 0x5354_454D_0000_0001 }

    /// The hash of a letter that tells a language.
    static func character(_ scalar: UInt32) -> UInt64 { (UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15) ^ 0x4348_4152 }

    /// The hash of a word after others.
    @inline(__always)
    static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left &* 0x9E37_79B9_7F4A_7C15 ^ right) &* 0xD6E8_FEB8_6659_FD93
    }
}
