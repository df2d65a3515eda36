/// The signed addresses in and on a mail.
public struct MailLinks: Sendable, Hashable {
    /// The page that shows the alerts and lets the reader take care of them.
    public var acknowledge: String
    /// Where the reader can end such mails; nil where a link must not.
    public var unsubscribe: String?
    /// The envelope's sender, by which a bounce tells what it belongs to.
    public var envelopeSender: String

    /// The signed addresses of a mail.
    public init(acknowledge: String, unsubscribe: String? = nil, envelopeSender: String) {
        self.acknowledge = acknowledge
        self.unsubscribe = unsubscribe
        self.envelopeSender = envelopeSender
    }
}
