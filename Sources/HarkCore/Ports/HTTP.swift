/// A request to be sent by a ``Transport``, in HTTP unless ``mail`` says otherwise. A connector makes it, never sends it.
public struct HTTPRequest: Sendable, Hashable {
    /// The method, upper case.
    public var method: String
    /// The absolute URL, already percent-encoded. A secret may be inside (Telegram): never log it.
    public var url: String
    /// Header fields in order; names are case-insensitive.
    public var headers: [HTTPField]
    /// The body's bytes; empty for none.
    public var body: [UInt8]
    /// How long the whole exchange may take.
    public var timeout: Span
    /// The largest answer that is read; a larger one is an error.
    public var responseLimit: Int
    /// What is asked of a mail server in place of HTTP; nil for HTTP.
    public var mail: MailExchange?

    /// A request to be sent.
    public init(
        method: String = "GET",
        url: String,
        headers: [HTTPField] = [],
        body: [UInt8] = [],
        timeout: Span = .seconds(30),
        responseLimit: Int = 8 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.responseLimit = responseLimit
    }
}

/// A header field.
public struct HTTPField: Sendable, Hashable {
    /// The field's name.
    public var name: String
    /// The field's value.
    public var value: String

    /// A header field.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What came back.
public struct HTTPResponse: Sendable, Hashable {
    /// The status code.
    public var status: Int
    /// Header fields as received.
    public var headers: [HTTPField]
    /// The body's bytes.
    public var body: [UInt8]

    /// An answer.
    public init(status: Int, headers: [HTTPField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of a header, by case-insensitive name.
    public func header(_ name: String) -> String? { headers.value(of: name) }
}

extension [HTTPField] {
    /// The first value of a field, by case-insensitive name.
    public func value(of name: String) -> String? {
        let wanted = name.lowercased()
        return first { $0.name.lowercased() == wanted }?.value
    }
}

/// The one way out over HTTP.
///
/// Sends once, without following redirects; retries belong to the caller, who knows what is safe to repeat.
/// Throws ``TransportFailure`` when no complete answer came; an answer of any status is no error here. Honours task
/// cancellation, the request's timeout and its size cap.
public protocol Transport: Sendable {
    /// Sends a request and returns the complete answer.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse
}

/// Why no complete answer came. The text never contains the URL, because a URL may hold a token.
public enum TransportFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The request left, and no complete answer came in time; the other side may have acted.
    case timedOut(String)
    /// Nothing of the request left this host: no address, no connection, no TLS. Safe to send again.
    case unreachable(String)
    /// The answer is larger than the request allows.
    case tooLarge(limit: Int)
    /// The task was cancelled.
    case cancelled
    /// The request cannot be sent, or the answer broke off or cannot be read; the other side may have acted.
    case malformed(String)

    /// The value as text.
    public var description: String {
        switch self {
        case .timedOut(let detail): "timed out: \(detail)"
        case .unreachable(let detail): "unreachable: \(detail)"
        case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .cancelled: "cancelled"
        case .malformed(let detail): "malformed: \(detail)"
        }
    }
}
