/// Text in a header beyond ASCII: RFC 2047, UTF-8, Q encoding.
public enum EncodedWord {
    /// 75 at most by the standard, less so that the first fits behind the field's name.
    private static let longest = 62
    private static let opening = "=?utf-8?Q?"
    private static let closing = "?="

    /// Encoded words that together read as the text. None splits a character's bytes.
    public static func words(for text: String) -> [String] {
        let room = longest - opening.utf8.count - closing.utf8.count
        var payloads = [""]
        var used = 0
        for scalar in text.unicodeScalars {
            let code = encoded(scalar)
            if used + code.utf8.count > room {
                payloads.append("")
                used = 0
            }
            payloads[payloads.count - 1] += code
            used += code.utf8.count
        }
        return payloads.map { opening + $0 + closing }
    }

    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " ": "_"
        case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
        default: UTF8.encode(scalar).map { $0.map(QuotedPrintable.escaped).joined() } ?? ""
        }
    }
}
