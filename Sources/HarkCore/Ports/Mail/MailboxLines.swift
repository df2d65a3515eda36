/// Takes an IMAP server's words apart into logical lines. A line may hold literals, `{5}` and then five bytes of
/// whatever they are: a mail that looks like the end of the answer ends nothing.
public struct MailboxLines: Sendable {
    /// The complete lines found so far, without their line ends, as ranges of the bytes; literals are inside.
    public private(set) var lines: [Range<Int>] = []
    private var lineStart = 0
    private var position = 0
    /// How many bytes of a literal are still to come before the line goes on.
    private var literal = 0

    /// A reader at the beginning.
    public init() {}

    /// Looks at what has been added to the bytes since the last look.
    public mutating func read(_ bytes: [UInt8]) {
        while position < bytes.count {
            if literal > 0 {
                let taken = min(literal, bytes.count - position)
                literal -= taken
                position += taken
                continue
            }
            guard let feed = bytes[position...].firstIndex(of: 0x0A) else { return }
            let end = feed > position && bytes[feed - 1] == 0x0D ? feed - 1 : feed
            literal = Self.literal(announcedIn: bytes[position..<end]) ?? 0
            let announces = Self.literal(announcedIn: bytes[position..<end]) != nil
            position = feed + 1
            guard !announces else { continue }
            lines.append(lineStart..<end)
            lineStart = position
        }
    }

    /// The length in braces at the end of a piece: `BODY[] {312}`.
    private static func literal(announcedIn piece: ArraySlice<UInt8>) -> Int? {
        guard piece.last == UInt8(ascii: "}"), let brace = piece.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let digits = piece[(brace + 1)..<(piece.endIndex - 1)].filter { $0 != UInt8(ascii: "+") }
        guard (1...10).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
