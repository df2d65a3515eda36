/// A piece of an IMAP answer: a word, text in quotes or a literal, or a list in parentheses.
indirect enum MailboxValue: Hashable {
    case word(String)
    case text([UInt8])
    case list([MailboxValue])

    /// All pieces of one logical line.
    static func all(in line: ArraySlice<UInt8>) -> [MailboxValue] {
        var rest = line
        return list(&rest, depth: 0)
    }

    private static func list(_ rest: inout ArraySlice<UInt8>, depth: Int) -> [MailboxValue] {
        var values: [MailboxValue] = []
        while let byte = rest.first {
            switch byte {
            case 0x20, 0x0D, 0x0A: rest = rest.dropFirst()
            case UInt8(ascii: ")"):
                rest = rest.dropFirst()
                if depth > 0 { return values }
            case UInt8(ascii: "("):
                rest = rest.dropFirst()
                guard depth < 60 else { return values }
                values.append(.list(list(&rest, depth: depth + 1)))
            case UInt8(ascii: "\""): values.append(.text(quoted(&rest)))
            case UInt8(ascii: "{"): values.append(literal(&rest))
            default: values.append(.word(word(&rest)))
            }
        }
        return values
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), let next = rest.first {
                result.append(next)
                rest = rest.dropFirst()
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func literal(_ rest: inout ArraySlice<UInt8>) -> MailboxValue {
        let head = rest.prefix { $0 != 0x0A }
        let digits = head.filter { (48...57).contains($0) }
        rest = rest.dropFirst(head.count + 1)
        let length = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        defer { rest = rest.dropFirst(length) }
        return .text(Array(rest.prefix(length)))
    }

    /// A word ends at white space or a parenthesis, but not inside brackets: `BODY[HEADER.FIELDS (DATE)]`.
    private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
        var depth = 0
        let word = rest.prefix { byte in
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            return depth > 0 || byte != 0x20 && byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")") && byte != 0x0D
        }
        rest = rest.dropFirst(max(word.count, 1))
        return String(decoding: word, as: UTF8.self)
    }

    /// The piece as words; nil for a list and for NIL.
    var string: String? {
        switch self {
        case .word(let word): word.uppercased() == "NIL" ? nil : word
        case .text(let bytes): String(decoding: bytes, as: UTF8.self)
        case .list: nil
        }
    }

    /// The piece as a list; empty when it is none.
    var elements: [MailboxValue] { if case .list(let values) = self { values } else { [] } }
}
