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

    static let messages: [MessageView] = {
        var question = message(
            1,
            .inbound,
            "2026-11-22T06:30:00Z",
            "NOTHING works since the update,\nI want my money back! Order 4711, see the picture. This is the third time that I write to you about it."
        )
        question.attachments = [
            Attachment(
                kind: .image,
                url: "https://files.example/1.png",
                name: "error.png",
                size: 1_234_567,
                note: "a red box"
            )
        ]
        question.editedAt = instant("2026-11-22T06:41:00Z")
        question.revisions = ["Nothing works, I want my money back!"]
        var note = message(2, .note, "2026-11-22T06:50:00Z", "Known fault, see ticket 12.")
        note.author = "@max"
        var answer = message(
            3,
            .outbound,
            "2026-11-22T07:00:00Z",
            "Hello Ana, we are sorry. Please send us your order number."
        )
        answer.author = "@max"
        answer.status = .failed
        answer.statusReason = "the post is gone"
        var gone = message(4, .inbound, "2026-11-22T07:30:00Z", "I take that back.")
        gone.deletedAt = instant("2026-11-22T07:31:00Z")
        return [question, note, answer, gone]
    }()

    static func message(_ id: Int64, _ direction: Message.Direction, _ sentAt: String, _ text: String) -> MessageView {
        MessageView(
            Message(
                id: Message.ID(rawValue: id),
                conversation: Conversation.ID(42),
                channel: Channel.ID("acme-social"),
                networkID: "n\(id)",
                direction: direction,
                kind: .mention,
                isPrivate: false,
                author: Author(id: "1", handle: "@ana@social.example", name: "Ana"),
                text: text,
                sentAt: instant(sentAt),
                receivedAt: instant(sentAt)
            ),
            revisions: []
        )
    }

    static func clock(_ metric: Clock.Metric, _ state: Clock.State, due: Instant?, breached: Instant? = nil)
        -> ClockView
    {
        ClockView(
            Clock(
                id: Clock.ID(rawValue: 1),
                conversation: Conversation.ID(42),
                metric: metric,
                policy: "standard",
                target: .init(span: .hours(2), hours: .business),
                team: "support",
                state: state,
                startedAt: now - .hours(3),
                runningSince: nil,
                dueAt: due,
                breachedAt: breached
            )
        )
    }

    static let clocks = [
        clock(.firstResponse, .running, due: now - .minutes(90), breached: now - .minutes(90)),
        clock(.resolution, .running, due: now + .hours(20)),
        clock(.nextResponse, .met, due: now - .hours(1)),
        clock(.resolution, .paused, due: nil),
    ]

    static let detail = ConversationDetail(
        conversation: inbox.data[0],
        contact: Author(
            id: "1",
            handle: "@ana@social.example",
            name: "Ana",
            url: "https://social.example/@ana",
            followers: 1204
        ),
        messages: messages,
        clocks: clocks,
        history: [
            EventView(
                Event(
                    at: now - .hours(3),
                    kind: .conversationOpened,
                    conversation: Conversation.ID(42),
                    actor: .contact
                )
            ),
            EventView(
                Event(
                    at: now - .hours(2),
                    kind: .conversationAssigned,
                    conversation: Conversation.ID(42),
                    actor: .agent("lea"),
                    data: ["before": "", "after": "max"]
                )
            ),
        ],
        replyWindowEndsAt: now + .hours(5)
    )

    static let explanation = Explanation(
        conversation: inbox.data[0],
        messages: [
            .init(
                id: 1,
                text: messages[0].text,
                triage: Triage(
                    language: .english,
                    sentiment: Sentiment(score: -640, label: .negative),
                    urgency: Urgency(score: 62),
                    topics: ["outage", "refund"],
                    evidence: [
                        Evidence(
                            aspect: .language,
                            term: "the",
                            source: "language.tsv:12",
                            span: TextSpan(start: 20, length: 3),
                            weight: 120
                        ),
                        Evidence(
                            aspect: .sentiment,
                            term: "nothing works",
                            group: "fault",
                            source: "sentiment.tsv:40",
                            span: TextSpan(start: 0, length: 13),
                            weight: -640,
                            rule: "capitals"
                        ),
                        Evidence(
                            aspect: .urgency,
                            term: "money back",
                            group: "refund",
                            source: "urgency.tsv:41",
                            span: TextSpan(start: 42, length: 10),
                            weight: 42
                        ),
                        Evidence(aspect: .urgency, term: "third message", source: "urgency.tsv:3", weight: 20),
                        Evidence(
                            aspect: .topic,
                            term: "money back",
                            group: "refund",
                            source: "topics.tsv:7",
                            span: TextSpan(start: 42, length: 10),
                            weight: 1
                        ),
                    ],
                    fingerprint: "k3-9f2c"
                ),
                routing: RoutingDecision(
                    team: "support",
                    tags: ["outage"],
                    urgencyShift: 20,
                    matches: [
                        .init(
                            rule: "outages",
                            condition: "topic:outage urgency>=high",
                            source: "rules.yaml:12",
                            outcome: "team support, tag outage, urgency +20; stop"
                        )
                    ]
                )
            )
        ],
        clocks: clocks
    )

    static let channels = [
        ChannelHealth(
            id: "acme-social",
            network: "mastodon",
            account: "@acme@social.example",
            mode: "poll",
            state: .healthy,
            since: now - .days(3),
            lastDeliveryAt: now - .minutes(4),
            lastSuccessAt: now,
            nextPollAt: now + .seconds(90)
        ),
        ChannelHealth(
            id: "acme-chat",
            network: "telegram",
            account: "acme_bot",
            mode: "webhook",
            state: .unhealthy,
            reason:
                "401: the token is not accepted any more; make a new one with @BotFather and put it into TELEGRAM_TOKEN",
            since: now - .hours(5),
            lastDeliveryAt: now - .hours(6),
            undecoded: 3
        ),
        ChannelHealth(id: "shop", network: "generic", account: "shop", mode: "webhook"),
    ]

    static let deliveries = [
        DeliveryView(
            Delivery(
                id: 912,
                channel: Channel.ID("acme-chat"),
                surface: "webhook",
                receivedAt: now - .minutes(12),
                body: Array(repeating: 0, count: 2048),
                state: .undecoded,
                error: "update 5: message.chat.id is missing, and without it nobody knows where it belongs"
            )
        ),
        DeliveryView(
            Delivery(
                id: 911,
                channel: Channel.ID("acme-social"),
                surface: "notifications",
                receivedAt: now - .days(2),
                body: Array(repeating: 0, count: 18_200),
                items: 7
            )
        ),
    ]

    static let tokens = [
        TokenSummary(id: 1, name: "lea", role: .admin, createdAt: now - .days(30), lastUsedAt: now - .minutes(3)),
        TokenSummary(id: 2, name: "shop-sync", role: .agent, createdAt: now - .days(3), revokedAt: now - .days(1)),
    ]
}
