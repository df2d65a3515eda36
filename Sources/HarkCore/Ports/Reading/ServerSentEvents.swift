/// Reads server-sent events (the WHATWG's grammar) from bytes as they arrive, however they are cut.
public struct ServerSentEvents: Sendable {
    /// One block of the stream.
    public struct Block: Sendable, Equatable {
        /// The event's id.
        public var id: String?
        /// The event's name; nil for the usual one.
        public var name: String?
        /// What the event tells; nil in a block that only keeps the connection alive.
        public var data: String?
    }

    /// A longer line is no event of ours.
    private static let longestLine = 8 << 20

    private var line: [UInt8] = []
    private var isAfterReturn = false
    private var block = Block()
    private var hasField = false

    /// A stream from its beginning.
    public init() {}

    /// Takes in bytes and returns the blocks that they complete, those without data too.
    public mutating func feed(_ bytes: [UInt8]) -> [Block] {
        var blocks: [Block] = []
        for byte in bytes {
            defer { isAfterReturn = byte == 0x0D }
            switch byte {
            case 0x0A where isAfterReturn: continue
            case 0x0A, 0x0D: if let done = endLine() { blocks.append(done) }
            default: if line.count < Self.longestLine { line.append(byte) }
            }
        }
        return blocks
    }

    private mutating func endLine() -> Block? {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else {
            defer { (block, hasField) = (Block(), false) }
            return hasField ? block : nil
        }
        hasField = true
        let text = String(decoding: line, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
        let rest = text[text.index(after: colon)...]
        let value = String(rest.first == " " ? rest.dropFirst() : rest)
        switch text[..<colon] {
        case "id": block.id = value
        case "event": block.name = value
        case "data": block.data = block.data.map { $0 + "\n" + value } ?? value
        default: break
        }
        return nil
    }
}
