/// The quoted-printable encoding of RFC 2045: ASCII lines of at most 76 characters.
public enum QuotedPrintable {
    private static let width = 76
    private static let digits = Array("0123456789ABCDEF")

    /// The text encoded, with CRLF line ends. Lines of the text end with a line feed.
    public static func encoded(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\r\n")
    }

    /// A byte as `=C3`.
    static func escaped(_ byte: UInt8) -> String {
        "=" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
    }

    private static func line(_ text: Substring) -> String {
        var result = ""
        var column = 0
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let code = isLiteral(byte, isLast: isLast) ? String(Unicode.Scalar(byte)) : escaped(byte)
            if column + code.utf8.count > (isLast ? width : width - 1) {
                result += "=\r\n"
                column = 0
            }
            result += code
            column += code.utf8.count
        }
        return result
    }

    private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case 9, 32: !isLast
        case UInt8(ascii: "="): false
        default: (33...126).contains(byte)
        }
    }
}
