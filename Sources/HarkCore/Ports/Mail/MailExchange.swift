/// What a request asks of a mail server. It goes the way of every request, so pollers, retries and health need not know.
public enum MailExchange: Sendable, Hashable {
    /// Opens a mailbox read-only (EXAMINE: nothing is marked as seen) and gives it commands, one after another.
    ///
    /// The answer's body is everything the server said to EXAMINE and to the commands, literals included, as
    /// ``MailboxLines`` takes it apart. Status 200; 401 when the account is refused, 404 when there is no such mailbox,
    /// 503 when the server says that it cannot at the moment, 400 when it refuses a command.
    case mailbox(String, commands: [String], at: MailAccess)

    /// Hands in one letter. The answer's status is the SMTP server's code: 250 when it has taken responsibility.
    case letter(OutgoingMail, at: MailAccess)
}

extension HTTPRequest {
    /// A request to a mail server.
    public init(mail: MailExchange, timeout: Span, responseLimit: Int = 8 << 20) {
        let (scheme, access) =
            switch mail {
            case .mailbox(_, _, let access): ("imap", access)
            case .letter(_, let access): ("smtp", access)
            }
        self.init(
            method: "GET",
            url: "\(scheme)\(access.security == .tls ? "s" : "")://\(access.host):\(access.port)",
            timeout: timeout,
            responseLimit: responseLimit
        )
        self.mail = mail
    }
}
