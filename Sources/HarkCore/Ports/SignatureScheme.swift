/// What a provider signs, with what, and where the signature and its time stand.
public struct SignatureScheme: Sendable, Hashable {
    /// The arithmetic.
    public enum Algorithm: Sendable, Hashable {
        /// A keyed hash; the key is the secret's text.
        case hmacSHA256(key: Secret)
        /// A public-key signature; the key in hexadecimal digits.
        case ed25519(publicKey: Secret)
    }

    /// A piece of the signed bytes.
    public enum Part: Sendable, Hashable {
        /// Fixed text.
        case text(String)
        /// The timestamp as it was sent.
        case timestamp
        /// The raw body.
        case body
    }

    /// Where a value stands in the headers.
    public enum Place: Sendable, Hashable {
        /// The whole field, behind a fixed prefix.
        case field(String, prefix: String)
        /// A member of a field that lists several: `t=1633174587,s=1849…`.
        case member(String, of: String)
    }

    /// The arithmetic.
    public var algorithm: Algorithm
    /// Where the signature stands.
    public var signature: Place
    /// How the signature is written.
    public var encoding: WebhookAuthentication.Encoding
    /// Where the signed time stands: seconds since the epoch; nil where none is signed.
    public var timestamp: Place?
    /// The signed bytes, in order.
    public var signed: [Part]

    /// A scheme with every part named.
    public init(
        _ algorithm: Algorithm,
        signature: Place,
        encoding: WebhookAuthentication.Encoding,
        timestamp: Place? = nil,
        signed: [Part]
    ) {
        self.algorithm = algorithm
        self.signature = signature
        self.encoding = encoding
        self.timestamp = timestamp
        self.signed = signed
    }

    /// The common scheme: one header, the raw body.
    public init(
        _ algorithm: Algorithm,
        header: String,
        prefix: String = "",
        encoding: WebhookAuthentication.Encoding = .hex
    ) {
        self.init(algorithm, signature: .field(header, prefix: prefix), encoding: encoding, signed: [.body])
    }
}
