import HarkCore

/// One message of a thread: a head with direction and time, then the text behind a margin that tells who speaks.
enum MessageLines {
    static func add(_ message: MessageView, to page: inout Page, now: Instant) {
        page.gap()
        page.line([
            .init(marker(message), tone(message)),
            .init(TimeText.local(message.sentAt, page.style.zone), .faint),
            .init(TimeText.relative(message.sentAt, to: now), .faint), status(message),
        ])
        if let subject = message.subject { page.block(subject, margin: margin(message), tone: .strong) }
        if message.deletedAt == nil {
            page.block(message.text, margin: margin(message), tone: message.direction == .note ? .note : .plain)
        }
        for attachment in message.attachments { page.line([.init(attachment.title, .faint)], indent: 4) }
        addChanges(message, to: &page)
    }

    private static func addChanges(_ message: MessageView, to page: inout Page) {
        if let deletion = message.deletedAt {
            page.line([.init("taken back " + TimeText.local(deletion, page.style.zone), .warning)], indent: 4)
            page.block(message.text, margin: "    was: ", tone: .faint)
        }
        if let edit = message.editedAt {
            page.line([.init("edited " + TimeText.local(edit, page.style.zone), .warning)], indent: 4)
        }
        if let correction = message.correction { page.line(CorrectionText.fragments(correction), indent: 4) }
        for revision in message.revisions { page.block(revision, margin: "    was: ", tone: .faint) }
    }

    private static func marker(_ message: MessageView) -> String {
        switch message.direction {
        case .inbound: "→ " + message.author
        case .outbound: "← " + message.author
        case .note: "✎ note by " + message.author
        }
    }

    private static func tone(_ message: MessageView) -> Tone {
        switch message.direction {
        case .inbound: .strong
        case .outbound: .ours
        case .note: .note
        }
    }

    private static func margin(_ message: MessageView) -> String {
        switch message.direction {
        case .inbound: "    "
        case .outbound: "  < "
        case .note: "  ¦ "
        }
    }

    private static func status(_ message: MessageView) -> Fragment {
        guard message.direction == .outbound else { return "" }
        let reason = message.statusReason.map { ": " + $0 } ?? ""
        return Fragment(message.status.rawValue + reason, message.status.tone)
    }
}
