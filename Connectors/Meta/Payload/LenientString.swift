/// A string, or a number written where a string belongs: Meta sends ids both ways. Anything else reads as no value.
struct LenientString: Decodable, Hashable {
    var value: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            value = text
        } else if let number = try? container.decode(Int64.self) {
            value = String(number)
        } else if let number = try? container.decode(Double.self) {
            value = String(number)
        }
    }
}

/// A part that may be of another shape than documented; then it reads as no value instead of spoiling the whole.
struct Lenient<Value: Decodable>: Decodable {
    var value: Value?

    init(from decoder: any Decoder) throws {
        value = try? Value(from: decoder)
    }
}

/// A key that is known only at run time.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Optional<LenientString> {
    /// The text, unless it is missing or empty.
    var text: String? {
        guard let text = self?.value, !text.isEmpty else { return nil }
        return text
    }
}
