import HarkCore

/// A key that is known only at run time.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Optional<TextID> {
    /// The text, unless it is missing or empty: Meta writes "" for what it withholds.
    var text: String? {
        guard let text = self?.text, !text.isEmpty else { return nil }
        return text
    }
}

extension Optional<LooseNumber> {
    /// The number as text.
    var text: String? { map { "\($0.value)" } }
}
