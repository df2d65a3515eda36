import HarkCore

/// One transfer as values; the loop's thread turns it into a libcurl handle.
enum CurlOrder: Sendable {
    case http(HTTPRequest)
    /// An answer that does not end; its parts are handed on.
    case stream(HTTPRequest, receive: @Sendable ([UInt8]) -> Void)
    case mail(OutgoingMail, at: MailAccess)

    /// How many bytes of an answer's body are read.
    var responseLimit: Int {
        switch self {
        case .http(let request), .stream(let request, _): request.responseLimit
        case .mail: 0
        }
    }
}
