import HarkCore
import Yams

/// FNV-1a over what the files say: values and the lines they are cited by, not comments, spacing or secrets.
struct Fingerprint {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Adds a file under its name.
    mutating func add(_ root: Item) {
        add(text: root.file)
        add(root.node)
    }

    /// Adds a canned text.
    mutating func add(_ text: CannedText) {
        add(text: text.source)
        add(text: text.text)
    }

    private mutating func add(_ node: Node) {
        switch node {
        case .scalar(let scalar):
            add(byte: 1)
            add(text: scalar.string)
        case .sequence(let sequence):
            add(byte: 2)
            // Decisions cite an element by its line, so the line is part of what they were made of.
            for element in sequence {
                add(text: String(element.mark?.line ?? 0))
                add(element)
            }
            add(byte: 3)
        case .mapping(let mapping):
            add(byte: 4)
            for (key, value) in mapping.sorted(by: { ($0.key.scalar?.string ?? "") < ($1.key.scalar?.string ?? "") }) {
                add(key)
                add(value)
            }
            add(byte: 5)
        case .alias: break
        }
    }

    private mutating func add(text: String) {
        for byte in text.utf8 { add(byte: byte) }
        add(byte: 0)
    }

    private mutating func add(byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
