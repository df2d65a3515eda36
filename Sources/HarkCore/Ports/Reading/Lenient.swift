/// An element that could be read, or what was wrong with it: one bad element in a list never costs the others.
public enum Lenient<Value: Decodable & Sendable>: Decodable, Sendable {
    /// The element.
    case read(Value)
    /// Why it could not be read, without any of its text.
    case broken(String)

    /// The element, unless it is broken.
    public var value: Value? { if case .read(let value) = self { value } else { nil } }

    /// Reads the element; never throws, so that a list of these always has its full length.
    public init(from decoder: any Decoder) {
        do {
            self = .read(try Value(from: decoder))
        } catch {
            self = .broken(DecodingFailure(reading: error).reason)
        }
    }
}

/// An id that is text for us, whether the provider writes it as a string or as a number.
public struct TextID: Decodable, Sendable, Hashable {
    /// The id as text.
    public var text: String

    /// Reads a string or a whole number of 64 bits.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let string = try? container.decode(String.self) {
            text = string
        } else if let number = try? container.decode(Int64.self) {
            text = String(number)
        } else if let number = try? container.decode(UInt64.self) {
            text = String(number)
        } else {
            text = try container.decode(String.self)
        }
    }
}
