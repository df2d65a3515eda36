import CLibcurl
import HarkCore

extension CurlOptions {
    /// How long one mail may take, greeting to 250.
    private static let mailTimeout = Span.seconds(60)

    /// Sets up one SMTP transaction. Addresses have been checked: nothing in them can begin another command.
    mutating func setMail(_ mail: OutgoingMail, at access: MailAccess) {
        setServer("smtp", access)
        setCommon(timeout: Self.mailTimeout)
        set(CURLOPT_MAIL_FROM, "<\(mail.sender)>")
        set(CURLOPT_MAIL_RCPT, mail.recipients.map { "<\($0)>" })
        setUpload(count: mail.message.utf8.count)
    }

    /// Sets up a connection to an IMAP server, logged in and then left to the caller.
    mutating func setMailbox(_ access: MailAccess, timeout: Span) {
        setServer("imap", access)
        setCommon(timeout: timeout)
        set(CURLOPT_CONNECT_ONLY, 1)
    }

    private mutating func setServer(_ scheme: String, _ access: MailAccess) {
        let host = access.host.contains(":") ? "[\(access.host)]" : access.host
        set(CURLOPT_PROTOCOLS_STR, "\(scheme),\(scheme)s")
        switch access.security {
        case .tls: set(CURLOPT_URL, "\(scheme)s://\(host):\(access.port)")
        case .starttls:
            set(CURLOPT_URL, "\(scheme)://\(host):\(access.port)")
            set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        case .none: set(CURLOPT_URL, "\(scheme)://\(host):\(access.port)")
        }
        if let username = access.username { set(CURLOPT_USERNAME, username) }
        switch access.proof {
        case .password(let password): set(CURLOPT_PASSWORD, password.reveal())
        case .token(let token): set(CURLOPT_XOAUTH2_BEARER, token.reveal())
        case nil: break
        }
    }
}

extension MailServer {
    /// The server as a place to hand mail in.
    var access: MailAccess {
        MailAccess(
            host: host,
            port: port,
            security: security,
            username: username,
            proof: password.map { .password($0) }
        )
    }
}
