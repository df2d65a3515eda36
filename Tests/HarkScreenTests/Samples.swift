import HarkCore

@testable import HarkScreen

/// A small inbox to look at, at half past nine.
enum Sample {
    static let now = Instant("2026-11-22T09:30:00Z") ?? Instant(milliseconds: 0)

    static func summary(
        _ id: Int64,
        _ author: String = "Ana",
        _ snippet: String = "Where is my parcel?",
        urgency: Int = 40,
        due: Span? = .hours(2),
        _ change: (inout Conversation) -> Void = { _ in }
    ) -> ConversationSummary {
        var conversation = Conversation(
            id: .init(id),
            channel: .init("chat"),
            network: Network("toy"),
            key: .person("\(id)"),
            kind: .direct,
            isPrivate: true,
            team: "support",
            author: author,
            snippet: snippet,
            urgency: Urgency(score: urgency),
            createdAt: now - .hours(3),
            lastMessageAt: now - .hours(1),
            dueAt: due.map { now + $0 }
        )
        change(&conversation)
        return ConversationSummary(conversation, at: now)
    }

    static let page = InboxPage(
        data: [
            summary(61, "@petra@social.example", "Immer noch kein Netz. Gibt es …", urgency: 92, due: .minutes(-95)) {
                $0.tags = ["outage", "vip"]
            },
            summary(58, "Sabine Torf", "Nie wieder. Drei Wochen gewartet", urgency: 60, due: .minutes(24)),
            summary(60, "山田 ゆき", "注文した商品がまだ届きません。", due: .minutes(50)) { $0.assignee = "ben" },
            summary(55, "👩‍👩‍👧‍👦 Family ❤️", "Our parcel 📦 arrived broken 😡 👍🏽 🇩🇪", due: .hours(3)),
            summary(56, "דנה כהן", "שלום, החבילה 12345 לא הגיעה", urgency: 10, due: .hours(5)),
            summary(59, "प्रिया", "मेरा पार्सल कहाँ है?", urgency: 20, due: nil),
        ],
        next: nil
    )

    static func message(_ id: Int64, _ direction: Message.Direction, _ text: String, ago: Span) -> MessageView {
        let message = Message(
            id: .init(rawValue: id),
            conversation: .init(61),
            channel: .init("chat"),
            networkID: "m\(id)",
            direction: direction,
            kind: .direct,
            isPrivate: true,
            author: direction == .inbound ? Author(id: "petra", handle: "@petra@social.example") : nil,
            agent: direction == .inbound ? nil : "ana",
            text: text,
            sentAt: now - ago,
            receivedAt: now - ago
        )
        return MessageView(message, revisions: [])
    }

    static func reading(_ id: Int64, _ change: (inout ConversationDetail) -> Void = { _ in }) -> ScreenEvent.Reading {
        let summary = page.data.first { $0.id == id } ?? summary(id)
        var detail = ConversationDetail(
            conversation: summary,
            contact: Author(id: "petra", handle: "@petra@social.example", name: "Petra", followers: 1234),
            messages: [
                message(1, .inbound, "Totalausfall! Seit heute Nacht kein Netz, bitte sofort!!!", ago: .hours(3)),
                message(2, .outbound, "Wir arbeiten daran.", ago: .hours(2)),
                message(3, .note, "Siehe Störung 12.", ago: .minutes(119)),
                message(4, .inbound, "Immer noch kein Netz. Gibt es wenigstens eine Prognose?", ago: .hours(1)),
            ],
            clocks: [],
            history: [],
            replyWindowEndsAt: now + .hours(23)
        )
        change(&detail)
        let triage = Triage(
            language: .german,
            sentiment: Sentiment(score: -600, label: .negative),
            urgency: Urgency(score: 92),
            evidence: [
                Evidence(aspect: .urgency, term: "kein netz", source: "urgency.tsv:4", weight: 34),
                Evidence(aspect: .sentiment, term: "immer noch", source: "sentiment.tsv:9", weight: -300),
            ],
            fingerprint: "toy"
        )
        let routing = RoutingDecision(team: "support", tags: [], urgencyShift: 0, matches: [])
        let correction = Correction(
            message: .init(rawValue: 4),
            verdict: .init(urgency: .critical, topics: ["outage"]),
            by: "ben",
            at: now - .minutes(20)
        )
        let judged = Explanation.JudgedMessage(
            id: 4,
            text: "",
            triage: triage,
            routing: routing,
            correction: correction
        )
        return .init(detail: detail, explanation: Explanation(conversation: summary, messages: [judged], clocks: []))
    }

    static let directory = Directory(
        me: "ana",
        teams: ["support", "technik"],
        agents: [.init(name: "ana", teams: ["support"]), .init(name: "ben", teams: ["support"])],
        tags: ["outage", "vip"],
        channels: [
            ReplyTerms(
                channel: .init("chat"),
                Capabilities(kinds: [.direct], textLimit: .init(500, .characters)),
                canReply: true
            )
        ]
    )

    static let shelf = Shelf(
        texts: [
            CannedTextView(name: "received", language: .german, text: "Hallo {name},\n\ndanke für die Nachricht."),
            CannedTextView(name: "received", language: nil, text: "Hello {name},\n\nthank you for your message."),
            CannedTextView(name: "outage", language: nil, text: "Hello {name},\n\nwe know of the fault."),
        ],
        macros: [
            MacroView(name: "outage", help: "A known fault.", what: "reply, tag +outage"),
            MacroView(name: "done", help: nil, what: "tag +done, close"),
        ],
        views: [SavedView(id: 1, name: "vip", query: "tag:vip", owner: "ana", isShared: true)]
    )

    /// A screen that has read its inbox and its first conversation.
    static func screen(_ columns: Int = 80, _ rows: Int = 24, page: InboxPage = page) -> ScreenState {
        var state = ScreenState(facts: .plain, now: now, size: Size(rows: rows, columns: columns))
        _ = state.list.request()
        for event: ScreenEvent in [
            .news(.connected), .directory(.success(directory)), .shelf(shelf), .tick(now),
            .listed(ticket: 2, .success(page)), .opened(61, .success(reading(61))),
        ] { _ = state.take(event) }
        return state
    }
}

extension ScreenState {
    /// Types; `<Enter>`, `<Esc>`, `<^s>` and the like are keys. Returns what is to be done outside.
    @discardableResult
    mutating func type(_ text: String) -> [Effect] {
        var effects: [Effect] = []
        var rest = text[...]
        while let first = rest.first {
            var key = Key.plain(first)
            if first == "<", let end = rest.firstIndex(of: ">") {
                key = Self.key(String(rest[rest.index(after: rest.startIndex)..<end]))
                rest = rest[rest.index(after: end)...]
            } else {
                rest = rest.dropFirst()
            }
            effects += take(.input(.key(key)))
        }
        return effects
    }

    private static func key(_ name: String) -> Key {
        switch name {
        case "Enter": Key(.enter)
        case "Esc": Key(.escape)
        case "Tab": Key(.tab)
        case "Up": Key(.up)
        case "Down": Key(.down)
        case "BS": Key(.backspace)
        default: .control(name.last ?? " ")
        }
    }
}
