/// A short name for bytes that never change: FNV-1a in two halves. It tells things apart, it proves nothing.
public enum ContentDigest {
    /// The name: 32 hexadecimal digits.
    public static func of(_ bytes: ArraySlice<UInt8>) -> String {
        var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F)
        for byte in bytes {
            first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
            second = (second &+ UInt64(byte)) &* 0x9DDF_EA08_EB38_2D69 ^ (second >> 29)
        }
        return [first, second].map { number in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
