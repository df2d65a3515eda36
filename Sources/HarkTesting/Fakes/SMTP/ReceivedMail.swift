/// A mail that the sink took: envelope and message as they came over the wire.
public struct ReceivedMail: Sendable, Hashable {
    /// The address of MAIL FROM.
    public var sender: String
    /// The addresses of RCPT TO, in order.
    public var recipients: [String]
    /// The message with CRLF line ends, dots unstuffed.
    public var message: String
    /// Who logged in; nil when nobody did.
    public var account: String?

    /// A mail that the sink took.
    public init(sender: String, recipients: [String], message: String, account: String? = nil) {
        self.sender = sender
        self.recipients = recipients
        self.message = message
        self.account = account
    }
}
