import Foundation

/// Text beyond ASCII in header fields: `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=` (RFC 2047).
enum EncodedWords {
    /// The field with its encoded words read. Between two of them white space does not count, and neighbours of one
    /// character set are read together: senders split them inside a character.
    static func decoded(_ field: String) -> String {
        guard field.contains("=?") else { return field }
        var result = ""
        var pending: (charset: String, bytes: [UInt8])?
        var gap = ""
        func flush() {
            if let word = pending { result += Charset(word.charset).text(of: word.bytes) }
            pending = nil
        }
        var rest = Substring(field)
        while let start = rest.range(of: "=?") {
            let before = rest[..<start.lowerBound]
            guard let (word, after) = word(at: start.lowerBound, in: rest) else {
                flush()
                result += gap + rest[..<start.upperBound]
                gap = ""
                rest = rest[start.upperBound...]
                continue
            }
            gap += before
            if pending == nil || !gap.allSatisfy(\.isWhitespace) {
                flush()
                result += gap
            }
            gap = ""
            if pending?.charset == word.charset {
                pending?.bytes += word.bytes
            } else {
                flush()
                pending = word
            }
            rest = rest[after...]
        }
        flush()
        return result + gap + rest
    }

    private static func word(
        at start: Substring.Index,
        in text: Substring
    ) -> (word: (charset: String, bytes: [UInt8]), end: Substring.Index)? {
        let inner = text[text.index(start, offsetBy: 2)...]
        guard let first = inner.firstIndex(of: "?") else { return nil }
        let afterCharset = inner[inner.index(after: first)...]
        guard let second = afterCharset.firstIndex(of: "?") else { return nil }
        let payloadStart = afterCharset.index(after: second)
        guard let end = afterCharset[payloadStart...].range(of: "?=") else { return nil }
        let charset = inner[..<first].split(separator: "*").first.map(String.init)?.lowercased() ?? ""
        let payload = afterCharset[payloadStart..<end.lowerBound]
        guard !charset.isEmpty, charset.count < 40, !charset.contains(where: \.isWhitespace) else { return nil }
        switch afterCharset[..<second].lowercased() {
        case "b": return ((charset, TransferEncoding.base64.decoded(Array(payload.utf8)[...])), end.upperBound)
        case "q": return ((charset, quoted(payload)), end.upperBound)
        default: return nil
        }
    }

    /// Q encoding: quoted-printable in which the underscore is a space.
    private static func quoted(_ payload: Substring) -> [UInt8] {
        let bytes = payload.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
        return TransferEncoding.unescaped(bytes[...])
    }
}
