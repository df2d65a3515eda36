/// FNV-1a, the one hash of the keyword tables: the state after each byte is the hash of the bytes so far, so that a
/// word's beginnings are hashed on the way.
package struct TextHash {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    package mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0)
    }

    package mutating func add(number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// Sixteen hexadecimal digits.
    package var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The hash of a word's beginning, told apart from the hash of the whole word.
    @inline(__always)
    package static func beginning(_ prefix: UInt64) -> UInt64 { prefix ^ 0x5354_454D_0000_0001 }

    /// The hash of a word's last bytes, up to eight of them, the last in the lowest byte.
    @inline(__always)
    package static func ending(_ bytes: UInt64, _ length: Int) -> UInt64 {
        let kept = length >= 8 ? bytes : bytes & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
        return ((kept ^ 0x454E_4449_4E47_0000) &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: length)
    }

    /// The hash of a word within the reach of a negator.
    @inline(__always)
    package static func negated(_ word: UInt64) -> UInt64 { word ^ 0x4E4F_545F_0000_0003 }

    /// The hash of a letter that tells a language.
    @inline(__always)
    package static func character(_ scalar: UInt32) -> UInt64 {
        (UInt64(scalar) &* 0x9E37_79B9_7F4A_7C15) ^ 0x4348_4152
    }

    /// The hash of a word after others.
    @inline(__always)
    package static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left &* 0x9E37_79B9_7F4A_7C15 ^ right) &* 0xD6E8_FEB8_6659_FD93
    }
}
