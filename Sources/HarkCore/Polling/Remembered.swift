import Foundation

extension UsageLedger {
    /// The ledger as a text that can be remembered.
    public var text: String { JSONMemory.text(self) }

    /// A remembered ledger; nil when the text is none.
    public init?(text: String) {
        guard let ledger: UsageLedger = JSONMemory.value(text) else { return nil }
        self = ledger
    }
}

extension ArrivalRhythm {
    /// The rhythm as a text that can be remembered.
    public var text: String { JSONMemory.text(self) }

    /// A remembered rhythm; nil when the text is none, or not whole.
    public init?(text: String) {
        guard let rhythm: ArrivalRhythm = JSONMemory.value(text), rhythm.isWhole else { return nil }
        self = rhythm
    }
}

/// Values as JSON on one line.
private enum JSONMemory {
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: (try? encoder.encode(value)) ?? Data(), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) -> Value? {
        try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
