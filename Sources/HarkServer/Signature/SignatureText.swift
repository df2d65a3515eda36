import Foundation
import HarkCore

/// Reads and writes signatures as they stand in header fields. One byte sequence has one spelling (apart from the case of hex digits),
/// so that no altered header can pass for the original.
enum SignatureText {
    /// Hexadecimal digits of either case, two a byte; nil for anything else.
    static func hex(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// Base64 with its padding and with the unused bits of the last digit zero; nil for anything else.
    static func base64(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 4) else { return nil }
        let padding = digits.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard let (bytes, rest) = sextets(digits.dropLast(padding)), rest == 0 else { return nil }
        return bytes
    }

    /// The bytes in an encoding: hexadecimal digits in lower case, base64 with its padding.
    static func write(_ bytes: [UInt8], _ encoding: WebhookAuthentication.Encoding) -> String {
        switch encoding {
        case .hex: bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        case .base64: Data(bytes).base64EncodedString()
        }
    }

    /// Bytes in an encoding; nil for anything else.
    static func read(_ text: String, _ encoding: WebhookAuthentication.Encoding) -> [UInt8]? {
        switch encoding {
        case .hex: hex(text)
        case .base64: base64(text)
        }
    }

    /// Base64 as people store keys: with or without padding, unused bits ignored.
    static func base64Key(_ text: String) -> [UInt8]? {
        let digits = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
        guard digits.count % 4 != 1 else { return nil }
        return sextets(digits)?.bytes
    }

    private static func sextets(_ digits: some Sequence<UInt8>) -> (bytes: [UInt8], rest: UInt32)? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for digit in digits {
            guard let value = sextet(digit) else { return nil }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
                buffer &= (1 << bits) - 1
            }
        }
        return (bytes, buffer)
    }

    private static func sextet(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
