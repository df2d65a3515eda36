import CLibcurl
import HarkCore

extension MailFailure {
    /// Why a mail did not leave; nil when it did.
    ///
    /// The server's code decides. What never got as far as a code (no connection, a certificate that is not trusted, a
    /// server without STARTTLS) is temporary: an operator can mend it while the mail waits.
    init?(_ outcome: CurlOutcome, server: MailServer) {
        let place = "\(server.host):\(server.port)"
        switch outcome.ending {
        case .complete: return nil
        case .cancelled: self = .temporary("cancelled before \(place) took the mail")
        case .tooLarge: self = .temporary("\(place) talks without end; is it an SMTP server?")
        case .failed(let code, let text):
            let reason = CurlDetail.printable(text) ?? String(cString: curl_easy_strerror(code))
            // After a refusal libcurl says QUIT; the reply that matters is the one with the code.
            let reply = outcome.lines.last { $0.hasPrefix("\(outcome.status)") }.flatMap { CurlDetail.printable($0) }
            switch outcome.status {
            case 400..<500: self = .temporary("\(place) says: \(reply ?? reason)")
            case 500..<600: self = .permanent("\(place) says: \(reply ?? reason)")
            default: self = .init(without: code, reason: reason, place: place)
            }
        }
    }

    private init(without code: CURLcode, reason: String, place: String) {
        switch code {
        case CURLE_LOGIN_DENIED:
            self = .permanent("\(place) does not accept the account; check username and password of mail: in hark.yaml")
        case CURLE_USE_SSL_FAILED:
            self = .temporary("\(place) does not offer STARTTLS, and the mail does not leave without it: \(reason)")
        case CURLE_OPERATION_TIMEDOUT:
            self = .temporary("\(place) did not answer in time: \(reason)")
        default:
            self = .temporary("\(place): \(reason)")
        }
    }
}
