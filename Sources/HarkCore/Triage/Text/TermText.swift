/// Words as the engine compares them: small ASCII letters, umlauts written out.
package enum TermText {
    /// The folded bytes of a word, stretched letters cut down to two.
    package static func of(_ word: String) -> String { String(decoding: fold(word, keeping: 2), as: UTF8.self) }

    /// The same with stretched letters cut down to one.
    package static func short(_ word: String) -> String { String(decoding: fold(word, keeping: 1), as: UTF8.self) }

    /// The beginnings `abc*` and endings `*abc` of a word, up to eight letters.
    package static func parts(_ word: String) -> [String] {
        let bytes = fold(word, keeping: 2)
        var parts: [String] = []
        for length in 1..<max(2, min(bytes.count, 9)) {
            if let start = String(validating: bytes.prefix(length), as: UTF8.self) { parts.append(start + "*") }
            if let end = String(validating: bytes.suffix(length), as: UTF8.self) { parts.append("*" + end) }
        }
        return parts
    }

    private static func fold(_ word: String, keeping most: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        func add(_ byte: UInt8) {
            let isLetter = byte >= UInt8(ascii: "a") && byte < 0x80
            let run = bytes.reversed().prefix { $0 == byte }.count
            if !isLetter || run < most { bytes.append(byte) }
        }
        for scalar in word.unicodeScalars {
            if scalar.value < 0x80 {
                add(UInt8(scalar.value) | (scalar.properties.isUppercase ? 0x20 : 0))
                continue
            }
            switch FoldedScalar(beyondASCII: scalar.value) {
            case .latin(let first, let second):
                add(first)
                if second != 0 { add(second) }
            case .letter, .symbol: for byte in String(scalar).utf8 { add(byte) }
            case .diaeresis: add(UInt8(ascii: "e"))
            case .apostrophe: add(UInt8(ascii: "'"))
            case .joiner, .nothing, .gap: break
            }
        }
        return bytes
    }
}
