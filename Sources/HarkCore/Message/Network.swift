/// A service people talk on, by its short name. Only connectors and configuration name one.
public struct Network: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The short name, as in `channels.yaml`.
    public var rawValue: String

    /// A network by its short name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A network by its short name.
    public init(_ name: String) { rawValue = name }

    /// The value as text.
    public var description: String { rawValue }
}
