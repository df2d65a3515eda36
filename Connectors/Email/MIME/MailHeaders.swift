import Foundation

/// The header of a mail, or of one of its parts.
struct MailHeaders {
    private struct Field {
        /// Lower case.
        var name: String
        /// Unfolded, not decoded.
        var value: String
    }

    private var fields: [Field] = []

    init() {}

    /// Reads the header at the beginning of the bytes and takes it off them, with the empty line that ends it.
    init(_ rest: inout ArraySlice<UInt8>) {
        while true {
            let before = rest
            guard let line = rest.nextLine(), !line.isEmpty else { return }
            if let first = line.first, first == 0x20 || first == 0x09 {
                // A folded line goes on where the one before ended.
                if !fields.isEmpty { fields[fields.count - 1].value += Self.text(line) }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                // The line that mailboxes put before a mail; any other is no header, and the body has begun.
                if fields.isEmpty, line.starts(with: Array("From ".utf8)) { continue }
                rest = before
                return
            }
            let name = Self.text(line[..<colon]).trimmed.lowercased()
            fields.append(Field(name: name, value: Self.text(line[(colon + 1)...]).trimmed))
        }
    }

    /// The first field of a name, as it stands there, unfolded.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value.trimmed }

    /// All fields of a name.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value.trimmed) }

    /// The first field of a name with its encoded words read.
    func text(_ name: String) -> String? { self[name].map(EncodedWords.decoded) }

    /// The first field of a name as a value with parameters.
    func parameterised(_ name: String) -> ParameterisedValue? { self[name].map(ParameterisedValue.init) }

    var isEmpty: Bool { fields.isEmpty }

    /// Header bytes should be ASCII. What is not is UTF-8 if it can be, else the commonest of the old codes.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? Charset.windows1252.text(of: bytes)
    }
}

extension ArraySlice<UInt8> {
    /// Takes the next line off, without its end (CRLF, LF or CR); nil at the end.
    mutating func nextLine() -> ArraySlice<UInt8>? {
        guard !isEmpty else { return nil }
        guard let end = firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            defer { self = self[endIndex...] }
            return self
        }
        let line = self[..<end]
        let isPair = self[end] == 0x0D && end + 1 < endIndex && self[end + 1] == 0x0A
        self = self[(end + (isPair ? 2 : 1))...]
        return line
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
