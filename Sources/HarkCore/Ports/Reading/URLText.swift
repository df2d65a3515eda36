extension String {
    /// Safe as a value inside a query or a form: only letters, digits, `-`, `_`, `.` stand as they are.
    public var percentEncoded: String {
        utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    /// The text behind percent signs; what is no valid escape stays as it is.
    public var percentDecoded: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Pairs of names and values, written as a query or as a form's body. Pairs without a value are left out.
public struct QueryText: Sendable, CustomStringConvertible {
    private var pairs: [String] = []

    /// The pairs in their order.
    public init(_ pairs: KeyValuePairs<String, String?>) {
        for (name, value) in pairs { add(name, value) }
    }

    /// Adds a pair.
    public mutating func add(_ name: String, _ value: String?) {
        if let value { pairs.append(name.percentEncoded + "=" + value.percentEncoded) }
    }

    /// `a=1&b=2`.
    public var description: String { pairs.joined(separator: "&") }

    /// The text as a body of type `application/x-www-form-urlencoded`.
    public var body: [UInt8] { Array(description.utf8) }
}
