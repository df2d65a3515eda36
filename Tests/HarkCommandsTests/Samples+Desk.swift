import HarkCore

@testable import HarkCommands

/// What people did and wrote down.
extension Sample {
    static let acts = [
        ActView(
            Act(id: 18, at: now - .minutes(5), actor: .agent("ana"), what: "undo 17: tag +vip", count: 0, undoes: 17)
        ),
        ActView(
            Act(id: 17, at: now - .minutes(9), actor: .agent("ana"), what: "tag +vip", count: 3, undoneBy: 18)
        ),
        ActView(
            Act(id: 16, at: now - .hours(2), actor: .agent("max"), what: "close", count: 1, conversation: .init(42))
        ),
    ]

    static let views = [
        SavedView(id: 1, name: "late", query: "is:breached", owner: "ana", isShared: false),
        SavedView(id: 2, name: "press", query: "tag:press sort:-created", owner: "max", isShared: true),
    ]

    static let cannedTexts = [
        CannedTextView(name: "received", language: .german, text: "Hallo {name},\nwir haben es."),
        CannedTextView(name: "received", language: nil, text: "Hello {name},\nwe have it."),
    ]

    static let macros = [MacroView(name: "outage", help: "A known fault.", what: "reply with outage, tag +outage")]

    static let contact = ContactDetail(
        Contact(
            id: .init(rawValue: 5),
            channel: Channel.ID("acme-social"),
            identity: Author(id: "1", handle: "@ana@social.example", name: "Ana", followers: 1204),
            firstSeenAt: now - .days(40)
        ),
        conversations: Array(inbox.data.prefix(2))
    )

    static func changed(_ id: Int64, _ change: ConversationChange) -> ConversationSummary {
        summary(id) {
            $0.state = change.state ?? .open
            $0.assignee = change.assignee.flatMap { $0.isEmpty ? nil : $0 }
            $0.team = change.team ?? "support"
            $0.tags = change.addTags ?? []
            $0.snoozedUntil = change.snoozedUntil
        }
    }
}
