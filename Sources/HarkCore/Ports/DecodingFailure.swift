/// A delivery cannot be read. It is kept as *undecoded* with this reason and can be taken in again.
public struct DecodingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was expected and what was found, without the payload's text.
    public var reason: String

    /// A delivery cannot be read.
    public init(_ reason: String) { self.reason = reason }

    /// The value as text.
    public var description: String { reason }
}
