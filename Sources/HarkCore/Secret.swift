/// A credential. It prints as dots, so that it cannot reach a log, an error or a screen by accident.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    /// Wraps a credential.
    public init(_ value: String) { self.value = value }

    /// The credential itself, for the one line that signs or sends it.
    public func reveal() -> String { value }

    /// The value as text.
    public var description: String { "••••" }
    /// The value as text.
    public var debugDescription: String { "••••" }
    /// Nothing to see.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
