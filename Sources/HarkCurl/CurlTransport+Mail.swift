import CLibcurl
import HarkCore

/// Mail as a request like any other.
extension CurlTransport {
    func send(_ mail: MailExchange, of request: HTTPRequest) async throws -> HTTPResponse {
        switch mail {
        case .mailbox(let name, let commands, let access):
            let session = MailboxSession(
                mailbox: name,
                commands: commands,
                access: access,
                timeout: request.timeout,
                limit: request.responseLimit,
                authorities: loop.authorities
            )
            switch await session.run() {
            case .answered(let response): return response
            case .failed(let failure): throw failure
            }
        case .letter(let letter, let access):
            do {
                try letter.check(host: access.host, port: access.port)
            } catch {
                return HTTPResponse(status: 553, body: Array("\(error)".utf8))
            }
            return try HTTPResponse(letter: await loop.run(.mail(letter, at: access)))
        }
    }
}

extension HTTPResponse {
    /// The server's last word on a letter.
    fileprivate init(letter outcome: CurlOutcome) throws(TransportFailure) {
        switch outcome.ending {
        case .complete: self.init(status: 250)
        case .cancelled: throw .cancelled
        case .tooLarge: throw .malformed("the mail server talks without end")
        case .failed(let code, let text):
            let reason = CurlDetail.printable(text) ?? String(cString: curl_easy_strerror(code))
            let reply = outcome.lines.last { $0.hasPrefix("\(outcome.status)") }.flatMap { CurlDetail.printable($0) }
            switch code {
            case _ where (400..<600).contains(outcome.status):
                self.init(status: outcome.status, body: Array((reply ?? reason).utf8))
            case CURLE_LOGIN_DENIED: self.init(status: 535, body: Array(reason.utf8))
            case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR,
                CURLE_PEER_FAILED_VERIFICATION:
                throw .unreachable(reason)
            case CURLE_OPERATION_TIMEDOUT: throw .timedOut(reason)
            default: throw .malformed(reason)
            }
        }
    }
}
