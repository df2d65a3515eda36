import CLibcurl

/// How a transfer ended, in libcurl's words; ``CurlTransport`` and ``CurlMailer`` say what it means.
struct CurlOutcome: Sendable {
    /// How it ended.
    enum Ending: Sendable {
        case complete
        case tooLarge
        case cancelled
        case failed(CURLcode, String)
    }

    /// How it ended.
    var ending: Ending
    /// The last status code: HTTP's or the SMTP server's.
    var status = 0
    /// The last answer's header lines; for mail the server's replies.
    var lines: [String] = []
    /// The answer's body.
    var body: [UInt8] = []
    /// Whether a part of the request has left this host.
    var hasSent = false

    /// What a transfer gets that never began.
    static let cancelled = CurlOutcome(ending: .cancelled)
}
