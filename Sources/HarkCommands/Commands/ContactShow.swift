import ArgumentParser
import HarkCore

struct ContactShow: DeskAction {
    static let configuration = CommandConfiguration(
        commandName: "contact",
        abstract: "Show the customer of a conversation, with their other conversations.",
        discussion: """
            Example:
              hark contact 42
            """
    )

    @Argument(
        help: ArgumentHelp("The conversation's number.", valueName: "id"),
        completion: LiveValues.conversations,
        transform: ConversationNumber.read
    )
    var id: Conversation.ID

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        let contact = try await session.desk.contact(of: id)
        let console = session.console
        if console.isJSON {
            try console.json(contact)
        } else if console.isQuiet {
            console.data(contact.conversations.map { "\($0.id)\n" }.joined())
        } else {
            console.data(ContactPage.render(contact, style: console.style, now: session.now))
        }
        return .done
    }
}

/// A customer for a person, or as records for a program.
enum ContactPage {
    static func render(_ contact: ContactDetail, style: Style, now: Instant) -> String {
        let table = InboxTable.render(InboxPage(data: contact.conversations, next: nil), style: style, now: now)
        guard style.isTerminal else {
            var records = Records()
            let identity = contact.identity
            records.add("contact", String(contact.id), contact.channel, identity.id, identity.handle, identity.name)
            records.add("first-seen", contact.firstSeenAt.description)
            records.add("blocked", contact.blockedAt?.description)
            return records.text + table
        }
        var page = Page(style)
        page.line([
            .init(contact.identity.title, .strong), .init(contact.channel),
            .init(contact.identity.followers.map { "\($0) followers" } ?? ""),
            .init(contact.identity.isBot ? "automated account" : ""), .init(contact.identity.url ?? ""),
        ])
        page.line([
            .init("first seen", .faint), .init(TimeText.relative(contact.firstSeenAt, to: now)),
            .init(contact.blockedAt.map { "blocked since " + TimeText.local($0, style.zone) } ?? "", .bad),
        ])
        page.gap()
        return page.text + table
    }
}
