/// An alert as a mail: RFC 5322, text and HTML, the same Message-ID however often it is tried.
///
/// All mails of a conversation share one thread: their References name a root that is never sent, and their subject is
/// the same. Strangers' words are made harmless in headers, text and HTML.
public struct AlertMessage: Sendable, Hashable {
    private let alert: AlertMail
    private let from: String
    private let publicURL: String
    private let now: Instant
    private let language: Language

    /// A mail about an alert.
    ///
    /// - Parameters:
    ///   - alert: The facts.
    ///   - from: The sender's address, in the header and in the envelope.
    ///   - publicURL: Where people reach the server; its host makes the ids unique.
    ///   - now: When the mail leaves: its Date, and what “in 25 min” counts from.
    ///   - language: The language of our words; German, or else English.
    public init(_ alert: AlertMail, from: String, publicURL: String, now: Instant, language: Language = .english) {
        self.alert = alert
        self.from = from
        self.publicURL = publicURL
        self.now = now
        self.language = language
    }

    /// The mail, ready to leave. Recipients whose address cannot stand in a header are left out.
    public func rendered() -> OutgoingMail {
        let recipients = alert.recipients.filter(MailAddress.isSound)
        let letter = letter()
        let body = MultipartAlternative(text: letter.text, html: letter.html(language: isGerman ? "de" : "en"))
        let headers = headers(to: recipients) + body.headers
        return OutgoingMail(
            sender: from,
            recipients: recipients,
            message: headers.map { $0.folded }.joined() + "\r\n" + body.rendered
        )
    }

    private var isGerman: Bool { language == .german }

    private func letter() -> AlertLetter {
        let facts = AlertFacts(alert, publicURL: publicURL, now: now)
        return isGerman ? GermanAlert.letter(facts) : EnglishAlert.letter(facts)
    }

    private func headers(to recipients: [String]) -> [MailHeader] {
        let host = MailAddress.host(of: publicURL)
        let root = "<conversation-\(alert.conversation).hark@\(host)>"
        let step = "\(alert.metric.rawValue)-\(alert.level)-\(alert.at.milliseconds)"
        let author = HarmlessText.line(alert.author, limit: 60)
        let channel = HarmlessText.line(alert.channel.rawValue, limit: 60)
        return [
            MailHeader("Date", structured: [MailDate.text(now)]),
            MailHeader("From", structured: ["Hark", "<\(MailAddress.isSound(from) ? from : "hark@\(host)")>"]),
            MailHeader("To", structured: MailAddress.list(recipients)),
            MailHeader("Subject", text: "[Hark #\(alert.conversation)] \(author), \(channel)"),
            MailHeader("Message-ID", structured: ["<alert-\(alert.conversation)-\(step).hark@\(host)>"]),
            MailHeader("In-Reply-To", structured: [root]),
            MailHeader("References", structured: [root]),
            MailHeader("List-Id", structured: ["Hark", "alerts", "<alerts.hark.\(host)>"]),
            MailHeader("Auto-Submitted", structured: ["auto-generated"]),
            MailHeader("X-Auto-Response-Suppress", structured: ["All"]),
            MailHeader("Importance", structured: [alert.reason == .breach ? "high" : "normal"]),
            MailHeader("MIME-Version", structured: ["1.0"]),
        ]
    }
}
