import Foundation
import HarkCore

/// Values as JSON documents that are safe on a terminal.
enum JSONOutput {
    /// One document on one line, without the line break.
    static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return TerminalText.json(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// One document, keys sorted, ended by a line break.
    static func render(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return TerminalText.json(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }
}

/// A list on its way out: `data`, and `next` even where there is none.
struct Listing<Element: Encodable>: Encodable {
    var data: [Element]
    var next: String?

    init(_ data: [Element], next: String? = nil) {
        self.data = data
        self.next = next
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(data, forKey: .data)
        try container.encode(next, forKey: .next)
    }

    private enum CodingKeys: String, CodingKey { case data, next }
}
