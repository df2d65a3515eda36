import Foundation
import HarkCore

@testable import HarkCommands

/// One fictional morning, the same in every test. Now is 2026-11-22 09:30 UTC.
enum Sample {
    static let now = instant("2026-11-22T09:30:00Z")

    static func instant(_ text: String) -> Instant { Instant(text) ?? Instant(milliseconds: 0) }

    static func style(_ width: Int, colour: Bool = false) -> Style {
        Style(isTerminal: true, width: width, hasColour: colour, zone: .gmt)
    }

    /// Every way of writing that has golden files.
    static let styles: [(name: String, style: Style)] = [("80", style(80)), ("120", style(120)), ("plain", .plain)]

    static func summary(
        _ id: Int64,
        urgency: Int = 30,
        author: String = "@ana@social.example",
        snippet: String = "Where is my order?",
        due: Instant? = nil,
        change: (inout Conversation) -> Void = { _ in }
    ) -> ConversationSummary {
        var conversation = Conversation(
            id: Conversation.ID(id),
            channel: Channel.ID("acme-social"),
            network: Network("mastodon"),
            key: .thread("1"),
            kind: .mention,
            isPrivate: false,
            team: "support",
            author: author,
            snippet: snippet,
            urgency: Urgency(score: urgency),
            createdAt: now - .hours(3),
            lastMessageAt: now - .hours(2),
            dueAt: due
        )
        change(&conversation)
        return ConversationSummary(conversation, at: now)
    }

    static let inbox = InboxPage(
        data: [
            summary(
                42,
                urgency: 82,
                snippet: "NOTHING works since the update, I want my money back!",
                due: now - .minutes(90)
            ) {
                $0.assignee = "max"
                $0.tags = ["outage", "vip"]
                $0.sentiment = .negative
                $0.language = .english
                $0.topics = ["outage", "refund"]
            },
            summary(
                7,
                urgency: 55,
                author: "Müller & Söhne GmbH, Einkauf",
                snippet: "Wir warten seit drei Wochen auf die Rechnung.",
                due: now + .minutes(40)
            ),
            summary(108, author: "田中さくら", snippet: "注文した商品がまだ届きません。確認していただけますか? 👩‍👩‍👧 ありがとう", due: now + .hours(49)),
            summary(9, urgency: 5, snippet: "Thanks, all good now 🎉") { $0.state = .pending },
        ],
        next: "eyJkIjoxfQ"
    )
}
