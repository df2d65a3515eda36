/// Why a provider did not do what we asked, and what to do about it.
public enum ConnectorFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The token is dead: nothing works until a person reconnects the channel.
    case reauthorise(String)
    /// The token lives but may not do this.
    case forbidden(String)
    /// Too many calls; ask again not before the instant.
    case rateLimited(until: Instant, String)
    /// The provider is down or unreachable; worth another try.
    case unavailable(String)
    /// The thing asked for is gone.
    case notFound(String)
    /// The network will never accept this: too long, window closed, blocked.
    case rejected(String)
    /// The channel's configuration is incomplete or wrong.
    case misconfigured(String)
    /// The answer cannot be read.
    case unreadable(String)

    /// The provider's reason, for a person.
    public var reason: String {
        switch self {
        case .reauthorise(let text), .forbidden(let text), .rateLimited(_, let text), .unavailable(let text),
            .notFound(let text), .rejected(let text), .misconfigured(let text), .unreadable(let text):
            text
        }
    }

    /// The value as text.
    public var description: String {
        switch self {
        case .reauthorise(let text): "reconnect needed: \(text)"
        case .forbidden(let text): "not allowed: \(text)"
        case .rateLimited(let until, let text): "rate limited until \(until): \(text)"
        case .unavailable(let text): "unavailable: \(text)"
        case .notFound(let text): "not found: \(text)"
        case .rejected(let text): "rejected: \(text)"
        case .misconfigured(let text): "misconfigured: \(text)"
        case .unreadable(let text): "unreadable answer: \(text)"
        }
    }

    /// Whether the same call may succeed later without a person's help.
    public var isTemporary: Bool {
        switch self {
        case .rateLimited, .unavailable: true
        case .reauthorise, .forbidden, .notFound, .rejected, .misconfigured, .unreadable: false
        }
    }
}

extension ConnectorFailure {
    /// The plain reading of an HTTP status; nil for 2xx.
    public init?(status response: HTTPResponse, now: Instant, reason: String? = nil) {
        let reason = reason ?? "HTTP \(response.status)"
        switch response.status {
        case 200..<300: return nil
        case 401: self = .reauthorise(reason)
        case 403: self = .forbidden(reason)
        case 404, 410: self = .notFound(reason)
        case 429:
            let wait = response.header("retry-after").flatMap { Int64($0) } ?? 60
            self = .rateLimited(until: now + .seconds(min(max(wait, 1), 86_400)), reason)
        case 408, 500...: self = .unavailable(reason)
        default: self = .rejected(reason)
        }
    }
}
