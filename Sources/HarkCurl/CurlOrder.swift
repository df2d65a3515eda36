import HarkCore

/// One transfer as values; the loop's thread turns it into a libcurl handle.
enum CurlOrder: Sendable {
    case http(HTTPRequest)
    case mail(OutgoingMail, via: MailServer)

    /// How many bytes of an answer's body are read.
    var responseLimit: Int {
        switch self {
        case .http(let request): request.responseLimit
        case .mail: 0
        }
    }
}
