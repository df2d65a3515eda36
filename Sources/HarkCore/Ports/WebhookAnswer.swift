/// What a provider wants to read in our answer. A code that proves who we are is computed by the server, which owns the
/// arithmetic; the connector only says over what.
public struct WebhookAnswer: Sendable, Hashable {
    /// A piece of the body.
    public enum Part: Sendable, Hashable {
        /// Words.
        case text(String)
        /// The HMAC-SHA256 of a message under a key.
        case code(of: String, key: Secret, encoding: WebhookAuthentication.Encoding)
    }

    /// The body's pieces, in order.
    public var parts: [Part]
    /// The body's type.
    public var contentType: String

    /// An answer.
    public init(_ parts: [Part], contentType: String = "application/json") {
        self.parts = parts
        self.contentType = contentType
    }

    /// No words at all: 204, which some providers insist on.
    public static let nothing = Self([], contentType: "")

    /// An answer of plain words.
    public static func text(_ text: String) -> Self { Self([.text(text)], contentType: "text/plain; charset=utf-8") }
}
