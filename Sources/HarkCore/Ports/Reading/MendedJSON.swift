extension [UInt8] {
    /// The bytes as JSON that a strict parser reads: half a UTF-8 sequence and half a surrogate pair, which strangers' texts
    /// hold when something cut them, become U+FFFD. Without this one cut emoji would cost the whole text around it.
    public var mendedJSON: [UInt8] {
        let bytes =
            String(validating: self, as: UTF8.self) == nil ? Array(String(decoding: self, as: UTF8.self).utf8) : self
        var mended: [UInt8] = []
        var copied = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            let unit = bytes.escapedUnit(at: index)
            switch unit {
            case .some(0xD800...0xDBFF) where (0xDC00...0xDFFF).contains(bytes.escapedUnit(at: index + 6) ?? 0):
                index += 12
            case .some(0xD800...0xDFFF):
                mended += bytes[copied..<index] + Array("\\ufffd".utf8)
                index += 6
                copied = index
            default:
                // What follows the backslash is not looked at again: `\\u` is no escape of a unit.
                index += 2
            }
        }
        return copied == 0 ? bytes : mended + bytes[copied...]
    }

    /// The UTF-16 unit of an escape like `\u00e9` that begins at a position.
    private func escapedUnit(at index: Int) -> UInt16? {
        guard index + 6 <= count, self[index] == UInt8(ascii: "\\"), self[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        let digits = self[(index + 2)..<(index + 6)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
