/// A number that a provider writes as a number or as text.
public struct LooseNumber: Decodable, Sendable, Hashable {
    /// The number.
    public var value: Double

    /// Reads a number or a text that holds one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            value = number
        } else {
            let text = try container.decode(String.self)
            guard let number = Double(text), number.isFinite else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no number")
            }
            value = number
        }
    }

    /// The number as an instant: seconds since the epoch, or milliseconds where it is too large for that.
    public var instant: Instant {
        let milliseconds = abs(value) > 100_000_000_000 ? value : value * 1000
        return Instant(milliseconds: Int64(min(max(milliseconds, -62e12), 250e12)))
    }

    /// The number without its fraction.
    public var integer: Int64 { Int64(min(max(value, -9e15), 9e15)) }
}
