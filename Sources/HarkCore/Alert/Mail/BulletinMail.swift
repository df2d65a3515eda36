/// A bulletin as a mail: RFC 5322, text and HTML, the same Message-ID however often it is tried.
///
/// A mail about one conversation joins that conversation's thread: its References name a root that is never sent, and its
/// subject is the same. Other mails have a thread for each team and step. Strangers' words are made harmless in headers,
/// text and HTML.
public struct BulletinMail: Sendable, Hashable {
    private let bulletin: Bulletin
    private let from: String
    private let publicURL: String
    private let links: MailLinks
    private let templates: MailTemplates
    private let now: Instant

    /// A mail about alerts.
    ///
    /// - Parameters:
    ///   - bulletin: The facts.
    ///   - from: The sender's address in the header.
    ///   - publicURL: Where people reach the server; its host makes the ids unique.
    ///   - links: The signed addresses.
    ///   - templates: The texts.
    ///   - now: When the mail leaves: its Date, and what “in 25 min” counts from.
    public init(
        _ bulletin: Bulletin,
        from: String,
        publicURL: String,
        links: MailLinks,
        templates: MailTemplates = .builtIn,
        now: Instant
    ) {
        self.bulletin = bulletin
        self.from = from
        self.publicURL = publicURL
        self.links = links
        self.templates = templates
        self.now = now
    }

    /// The mail, ready to leave. Refuses what cannot stand in a header or an envelope.
    public func rendered() throws(MailFailure) -> OutgoingMail {
        for address in [bulletin.group.recipient, from, links.envelopeSender] where !MailAddress.isSound(address) {
            throw .permanent("“\(HarmlessText.line(address, limit: 80))” is no address that a mail can carry")
        }
        let body = MultipartAlternative(text: text(.plain), html: text(.html))
        var message = ""
        for header in headers() + body.headers { message += try header.folded() }
        return OutgoingMail(
            sender: links.envelopeSender,
            recipients: [bulletin.group.recipient],
            message: message + "\r\n" + body.rendered
        )
    }

    /// The only alert, when there is one.
    private var single: Bulletin.Entry? { bulletin.entries.count == 1 ? bulletin.entries.first : nil }

    func text(_ form: Template.Form) -> String {
        let values = MailValues(words: MailWords(bulletin.language), now: now, links: links)
        let key = MailTemplates.Key(kind: single == nil ? .digest : .alert, language: language, form: form)
        let filled = single.map(values.alert) ?? values.digest(bulletin)
        return templates.template(key).filled(with: filled, form: form)
    }

    /// There are texts in two languages only.
    private var language: Language { bulletin.language == .german ? .german : .english }

    private var host: String { MailAddress.host(of: publicURL) }

    private func headers() -> [MailHeader] {
        let (subject, root) = thread
        let mark = "\(bulletin.item.rawValue)-\(bulletin.createdAt.milliseconds)"
        return [
            MailHeader("Date", structured: [MailDate.text(now)]),
            MailHeader("From", structured: ["Hark", "<\(from)>"]),
            MailHeader("To", structured: [bulletin.group.recipient]),
            MailHeader("Subject", text: subject),
            MailHeader("Message-ID", structured: ["<alert-\(mark).hark@\(host)>"]),
            MailHeader("In-Reply-To", structured: [root]),
            MailHeader("References", structured: [root]),
            MailHeader("List-Id", structured: ["Hark", "alerts", "<alerts.hark.\(host)>"]),
            MailHeader("Auto-Submitted", structured: ["auto-generated"]),
            MailHeader("X-Auto-Response-Suppress", structured: ["All"]),
            MailHeader("Importance", structured: [bulletin.isBreach ? "high" : "normal"]),
        ] + unsubscribing + [MailHeader("MIME-Version", structured: ["1.0"])]
    }

    /// RFC 8058 asks for HTTPS; elsewhere the link stands without the promise of one click.
    private var unsubscribing: [MailHeader] {
        guard let link = links.unsubscribe else { return [] }
        let header = MailHeader("List-Unsubscribe", structured: ["<\(link)>"])
        guard link.hasPrefix("https://") else { return [header] }
        return [header, MailHeader("List-Unsubscribe-Post", structured: ["List-Unsubscribe=One-Click"])]
    }

    /// The subject that stays the same within a thread, and the thread's root, which is never sent.
    private var thread: (subject: String, root: String) {
        if let entry = single, let conversation = entry.conversation {
            let author = HarmlessText.line(conversation.author, limit: 60)
            let channel = HarmlessText.line(conversation.channel.rawValue, limit: 60)
            return (
                "[Hark #\(conversation.id)] \(author), \(channel)", "<conversation-\(conversation.id).hark@\(host)>"
            )
        }
        let team = HarmlessText.line(bulletin.group.team, limit: 60)
        let step = MailWords(bulletin.language).isGerman ? "Stufe" : "step"
        // A team's name may hold what an id may not, and be longer than a line.
        var name = TextHash()
        name.add(bulletin.group.team)
        return (
            "[Hark] \(team), \(step) \(bulletin.group.level)",
            "<digest-\(name.text)-\(bulletin.group.level).hark@\(host)>"
        )
    }
}
