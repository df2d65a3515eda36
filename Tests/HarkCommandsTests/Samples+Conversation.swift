import HarkCore

/// One conversation whole.
extension Sample {
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
        let note = message(2, .note, "2026-11-22T06:50:00Z", "Known fault, see ticket 12.", by: "max")
        var answer = message(
            3,
            .outbound,
            "2026-11-22T07:00:00Z",
            "Hello Ana, we are sorry. Please send us your order number.",
            by: "max"
        )
        answer.status = .failed
        answer.statusReason = "the post is gone"
        var gone = message(4, .inbound, "2026-11-22T07:30:00Z", "I take that back.")
        gone.deletedAt = instant("2026-11-22T07:31:00Z")
        question.correction = Correction(
            message: .init(rawValue: 1),
            verdict: .init(urgency: .critical, topics: ["outage"]),
            by: "max",
            at: instant("2026-11-22T07:40:00Z")
        )
        return [question, note, answer, gone]
    }()

    static func message(
        _ id: Int64,
        _ direction: Message.Direction,
        _ sentAt: String,
        _ text: String,
        by agent: String? = nil
    ) -> MessageView {
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
                agent: agent,
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
}
