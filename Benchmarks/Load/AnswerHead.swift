/// What the load client needs of an answer's head.
struct AnswerHead {
    /// The status code.
    var status: Int
    /// Bytes up to the body.
    var length: Int
    /// Bytes of the body.
    var bodyLength = 0

    private static let field = Array("content-length:".utf8)

    /// Reads a head; nil while it is not complete.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let status = Self.number(bytes.dropFirst(9)) else { return nil }
        self.status = status
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: 10) {
            let line = bytes[start..<end]
            start = end + 1
            if line.count <= 1 {
                length = start - bytes.startIndex
                return
            }
            // Letters of a field's name differ between cases by one bit.
            if line.count > Self.field.count, zip(line, Self.field).allSatisfy({ $0 | 0x20 == $1 }) {
                bodyLength = Self.number(line.dropFirst(Self.field.count).drop { $0 == 32 }) ?? 0
            }
        }
        return nil
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        let digits = digits.prefix { (48...57).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
