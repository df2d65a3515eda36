import CLibcurl
import HarkCore

extension CurlOptions {
    /// How long one mail may take, greeting to 250.
    private static let mailTimeout = Span.seconds(60)

    /// Sets up one SMTP transaction. Addresses have been checked: nothing in them can begin another command.
    mutating func setMail(_ mail: OutgoingMail, via server: MailServer) {
        let host = server.host.contains(":") ? "[\(server.host)]" : server.host
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        switch server.security {
        case .tls: set(CURLOPT_URL, "smtps://\(host):\(server.port)")
        case .starttls:
            set(CURLOPT_URL, "smtp://\(host):\(server.port)")
            set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        case .none: set(CURLOPT_URL, "smtp://\(host):\(server.port)")
        }
        setCommon(timeout: Self.mailTimeout)
        if let username = server.username { set(CURLOPT_USERNAME, username) }
        if let password = server.password { set(CURLOPT_PASSWORD, password.reveal()) }
        set(CURLOPT_MAIL_FROM, "<\(mail.sender)>")
        set(CURLOPT_MAIL_RCPT, mail.recipients.map { "<\($0)>" })
        setUpload(count: mail.message.utf8.count)
    }
}
