/// Turns the terminal's bytes into keys, however the reads cut them.
///
/// An escape that nothing follows is the Escape key only when time has passed: the shell then calls ``flush()``.
struct KeyDecoder: Sendable {
    /// A longer sequence is no key of any terminal.
    private static let longestSequence = 64
    /// More pasted text is cut off.
    private static let longestPaste = 1 << 16
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private var pending: [UInt8] = []
    private var pasted: [UInt8]?

    init() {}

    /// Whether bytes wait for others that may or may not come.
    var isWaiting: Bool { !pending.isEmpty && pasted == nil }

    /// Takes in bytes and returns what they complete.
    mutating func feed(_ bytes: [UInt8]) -> [Input] {
        var inputs: [Input] = []
        for byte in bytes {
            if pasted != nil {
                if let paste = paste(byte) { inputs.append(.paste(paste)) }
                continue
            }
            pending.append(byte)
            inputs += complete()
        }
        return inputs
    }

    /// Time has passed: what waits is all there is.
    mutating func flush() -> [Input] {
        guard isWaiting else { return [] }
        defer { pending = [] }
        switch pending {
        case [0x1B]: return [.key(Key(.escape))]
        case [0x1B, 0x5B]: return [.key(Key(.character("["), alt: true))]
        case [0x1B, 0x4F]: return [.key(Key(.character("O"), alt: true))]
        default: return pending.first == 0x1B ? [] : [.key(.plain("\u{FFFD}"))]
        }
    }

    private mutating func paste(_ byte: UInt8) -> String? {
        pasted?.append(byte)
        guard let count = pasted?.count else { return nil }
        if byte == 0x7E, pasted?.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) == true {
            let text = pasted?.dropLast(Self.pasteEnd.count).prefix(Self.longestPaste) ?? []
            pasted = nil
            return String(decoding: text, as: UTF8.self)
        }
        // The end mark is still found when the middle is forgotten.
        if count > 2 * Self.longestPaste { pasted?.removeSubrange(Self.longestPaste..<count - 16) }
        return nil
    }

    private mutating func complete() -> [Input] {
        switch pending.first {
        case nil: return []
        case 0x1B: return completeEscape()
        case .some(0x80...): return completeUTF8()
        case .some(let byte):
            pending = []
            return [.key(Self.key(byte))]
        }
    }

    private mutating func completeUTF8() -> [Input] {
        let first = pending[0]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        let isBroken = first < 0xC2 || first > 0xF4 || pending.dropFirst().contains { $0 & 0xC0 != 0x80 }
        guard isBroken || pending.count == length else { return [] }
        let bytes = pending
        pending = []
        guard isBroken else { return String(decoding: bytes, as: UTF8.self).map { .key(.plain($0)) } }
        // The byte that broke the character may begin the next one.
        guard let last = bytes.last, bytes.count > 1 else { return [.key(.plain("\u{FFFD}"))] }
        pending = [last]
        return [.key(.plain("\u{FFFD}"))] + complete()
    }

    private mutating func completeEscape() -> [Input] {
        guard pending.count > 1 else { return [] }
        switch pending[1] {
        case 0x5B: return completeControl()
        case 0x4F:
            guard pending.count > 2 else { return [] }
            return take(KeySequence.shifted(pending[2]).map(Input.key))
        case 0x1B:
            pending.removeFirst()
            return [.key(Key(.escape))]
        case 0x80...:
            let rest = Array(pending.dropFirst())
            pending = []
            return [.key(Key(.escape))] + feed(rest)
        case let byte:
            var key = Self.key(byte)
            key.alt = true
            return take(.key(key))
        }
    }

    private mutating func completeControl() -> [Input] {
        guard pending.count > 2, let last = pending.last else { return [] }
        guard (0x40...0x7E).contains(last) else {
            // A control byte inside, or no end in sight: this was no sequence.
            let isHopeless = last < 0x20 || last > 0x7E || pending.count > Self.longestSequence
            return isHopeless ? take(nil) : []
        }
        let body = Array(pending.dropFirst(2))
        if body == Array("200~".utf8) {
            pending = []
            pasted = []
            return []
        }
        return take(KeySequence.input(body))
    }

    private mutating func take(_ input: Input?) -> [Input] {
        pending = []
        return input.map { [$0] } ?? []
    }

    private static func key(_ byte: UInt8) -> Key {
        switch byte {
        case 0x09: Key(.tab)
        case 0x0A, 0x0D: Key(.enter)
        case 0x08, 0x7F: Key(.backspace)
        case 0x00: .control(" ")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: .plain(Character(Unicode.Scalar(byte)))
        }
    }
}
