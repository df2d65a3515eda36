import CLibcurl
import HarkCore

extension TransportFailure {
    /// Why an exchange gave no complete answer; nil when it did.
    init?(_ outcome: CurlOutcome, of request: HTTPRequest) {
        switch outcome.ending {
        case .complete: return nil
        case .cancelled: self = .cancelled
        case .tooLarge: self = .tooLarge(limit: request.responseLimit)
        case .failed(let code, let text):
            let detail = CurlDetail.printable(text, hiding: request.url) ?? String(cString: curl_easy_strerror(code))
            switch code {
            case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: self = .malformed(detail)
            case _ where !outcome.hasSent: self = .unreachable(detail)
            case CURLE_OPERATION_TIMEDOUT: self = .timedOut(detail)
            default: self = .malformed(detail)
            }
        }
    }
}

/// Makes texts of libcurl and of servers fit for a log.
enum CurlDetail {
    /// The text in one line without control characters; nil when it is empty or repeats what a URL hides behind its
    /// host.
    static func printable(_ text: String, hiding url: String? = nil) -> String? {
        if let secret = url.map(behindHost), secret.count > 1, text.contains(secret) { return nil }
        let line = String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmless($0) ? $0 : " " }))
        let words = line.split(separator: " ").joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(300))
    }

    private static func behindHost(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        return String(url[scheme.upperBound...].drop { !"/?#".contains($0) })
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
