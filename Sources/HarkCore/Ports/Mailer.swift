/// A mail ready to leave: envelope and RFC 5322 bytes.
public struct OutgoingMail: Sendable, Hashable, Codable {
    /// The envelope sender.
    public var sender: String
    /// The envelope recipients.
    public var recipients: [String]
    /// The whole message with CRLF line ends, headers included; not dot-stuffed.
    public var message: String

    /// A mail ready to leave.
    public init(sender: String, recipients: [String], message: String) {
        self.sender = sender
        self.recipients = recipients
        self.message = message
    }
}

/// Hands mail to an SMTP server.
///
/// Returns when the server has taken responsibility (250 after DATA). Throws ``MailFailure``.
public protocol Mailer: Sendable {
    /// Sends one mail in one SMTP transaction.
    func send(_ mail: OutgoingMail) async throws

    /// Greets the server, protects the connection and logs in, and sends nothing.
    func check() async throws
}

/// Why a mail did not leave.
public enum MailFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Worth another try: 4xx, no connection, timeout.
    case temporary(String)
    /// The server refused for good: 5xx, bad address, authentication failed.
    case permanent(String)

    /// The value as text.
    public var description: String {
        switch self {
        case .temporary(let detail): "temporary: \(detail)"
        case .permanent(let detail): "permanent: \(detail)"
        }
    }
}

/// Where mail goes out, from `hark.yaml`.
public struct MailServer: Sendable, Hashable {
    /// How the connection is protected.
    public enum Security: String, Sendable, CaseIterable {
        /// TLS from the first byte (port 465).
        case tls
        /// STARTTLS required (port 587).
        case starttls
        /// No protection; for a server on this host.
        case none
    }

    /// Host name or address.
    public var host: String
    /// TCP port.
    public var port: Int
    /// How the connection is protected.
    public var security: Security
    /// The account for AUTH; nil for none.
    public var username: String?
    /// The password for AUTH.
    public var password: Secret?
    /// The address in From and in the envelope.
    public var from: String
    /// The language alerts are written in: German or English.
    public var language: Language
    /// A PEM file of the authorities that vouch for the server; nil for the system's.
    public var authorities: String?
    /// Whether the envelope's sender carries a signed mark, so that a bounce tells what it belongs to.
    public var signsSender: Bool

    /// Where mail goes out.
    public init(
        host: String,
        port: Int,
        security: Security,
        username: String? = nil,
        password: Secret? = nil,
        from: String,
        language: Language = .english,
        authorities: String? = nil,
        signsSender: Bool = true
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.username = username
        self.password = password
        self.from = from
        self.language = language
        self.authorities = authorities
        self.signsSender = signsSender
    }
}
