import HarkCore

/// One transfer as values; the loop's thread turns it into a libcurl handle.
enum CurlOrder: Sendable {
    case http(HTTPRequest)
    /// An answer that does not end; its parts are handed on.
    case stream(HTTPRequest, receive: @Sendable ([UInt8]) -> Void)
    case mail(OutgoingMail, at: MailAccess)
    /// Greet the mail server, protect the connection, log in, and leave.
    case greet(MailAccess)

    /// How many bytes of an answer's body are read.
    var responseLimit: Int {
        switch self {
        case .http(let request), .stream(let request, _): request.responseLimit
        case .mail: 0
        case .greet: 64 << 10
        }
    }

    /// The authorities that the order itself asks for.
    var authorities: String? {
        switch self {
        case .http, .stream: nil
        case .mail(_, let access), .greet(let access): access.authorities
        }
    }
}
