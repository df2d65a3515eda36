/// A field that a message can do without: absent, null or of an unexpected type, it is nil and costs nothing else.
@propertyWrapper
public struct Tolerated<Value: Decodable & Sendable>: Decodable, Sendable {
    /// The field's value, where it could be read.
    public var wrappedValue: Value?

    /// A field with a value, or without.
    public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    /// Reads the field; never throws.
    public init(from decoder: any Decoder) { wrappedValue = try? Value(from: decoder) }
}

extension KeyedDecodingContainer {
    /// Reads a field that may be absent.
    public func decode<Value>(_ type: Tolerated<Value>.Type, forKey key: Key) -> Tolerated<Value> {
        Tolerated(wrappedValue: (try? decodeIfPresent(Value.self, forKey: key)) ?? nil)
    }
}
