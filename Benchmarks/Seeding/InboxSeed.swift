import HarkCore
import HarkSQLite

/// An inbox of a given size, written through the store: open, pending and closed conversations with their messages,
/// clocks and events. No clock wakes within a day, so that the server under measure has nothing else to do.
struct InboxSeed {
    private static let chunk = 500

    let count: Int
    /// How many messages a conversation has: the customer and we in turns, the customer last.
    var messages = 1
    let now: Instant

    /// Fills a database file.
    func fill(_ path: String) async throws {
        let store = try SQLiteStore(path: path)
        var dice = Dice(seed: UInt64(count))
        for start in stride(from: 0, to: count, by: Self.chunk) {
            let plans = (start..<min(start + Self.chunk, count)).map {
                SeededConversation($0, messages: messages, now: now, &dice)
            }
            try await store.write { ledger in
                for plan in plans { try ledger.apply(plan.filing(ledger)) }
            }
        }
        try store.close()
    }
}

/// What one conversation of the seed is like, before it has its numbers.
private struct SeededConversation: Sendable {
    private let number: Int
    /// What was said, newest first.
    private let texts: [String]
    private let state: Conversation.State
    private let urgency: Urgency
    private let saidAt: Instant
    private let dueAt: Instant
    private let isBreached: Bool

    init(_ number: Int, messages: Int, now: Instant, _ dice: inout Dice) {
        self.number = number
        texts = (0..<messages).map { _ in Chatter.text(&dice) }
        urgency = Urgency(score: Int.random(in: 0...100, using: &dice))
        saidAt = now - .minutes(Int64.random(in: 1...20_000, using: &dice))
        switch Int.random(in: 0..<10, using: &dice) {
        case 0..<5: state = .open
        case 5..<7: state = .pending
        default: state = .closed
        }
        isBreached = Int.random(in: 0..<20, using: &dice) == 0
        let distance = Span.minutes(Int64.random(in: 1440...20_000, using: &dice))
        dueAt = isBreached ? now - distance : now + distance
    }

    func filing(_ ledger: any Ledger) throws -> Filing {
        let author = Author(id: "\(8_000_000_000 + number)", handle: "@customer\(number)")
        let contact = Contact(
            id: try ledger.reserveContact(),
            channel: Channel.ID("bench"),
            identity: author,
            firstSeenAt: saidAt
        )
        let conversation = conversation(try ledger.reserveConversation(), contact, author)
        let messages = try texts.indices.reversed().map { age in
            message(try ledger.reserveMessage(), age, conversation.id, contact)
        }
        var filing = Filing()
        filing.contacts = [contact]
        filing.conversations = [conversation]
        filing.messages = messages
        if let newest = messages.last {
            filing.triage = [.init(message: newest.id, triage: triage, routing: routing)]
        }
        if state == .open { filing.clocks = [clock(try ledger.reserveClock(), conversation.id)] }
        filing.events = [
            Event(at: saidAt, kind: .conversationOpened, conversation: conversation.id, actor: .contact),
            Event(at: saidAt, kind: .messageReceived, conversation: conversation.id, actor: .contact),
        ]
        return filing
    }

    private func conversation(_ id: Conversation.ID, _ contact: Contact, _ author: Author) -> Conversation {
        Conversation(
            id: id,
            channel: Channel.ID("bench"),
            network: Network("messenger"),
            key: .person(author.id),
            kind: .direct,
            isPrivate: true,
            state: state,
            team: "care",
            assignee: number % 4 == 0 ? "ana" : nil,
            tags: number % 5 == 0 ? ["money"] : [],
            contact: contact.id,
            author: author.handle ?? "",
            snippet: String(texts[0].prefix(140)),
            urgency: urgency,
            createdAt: saidAt,
            lastMessageAt: saidAt,
            waitingSince: state == .open ? saidAt : nil,
            closedAt: state == .closed ? saidAt + .minutes(10) : nil,
            dueAt: state == .open ? dueAt : nil
        )
    }

    /// The message that is so many older than the newest.
    private func message(
        _ id: Message.ID,
        _ age: Int,
        _ conversation: Conversation.ID,
        _ contact: Contact
    ) -> Message {
        let isOurs = age % 2 == 1
        let instant = saidAt - .minutes(Int64(age))
        return Message(
            id: id,
            conversation: conversation,
            channel: Channel.ID("bench"),
            networkID: "m_seed\(number)_\(age)",
            direction: isOurs ? .outbound : .inbound,
            kind: .direct,
            isPrivate: true,
            contact: contact.id,
            author: isOurs ? nil : contact.identity,
            agent: isOurs ? "ana" : nil,
            text: texts[age],
            sentAt: instant,
            receivedAt: instant,
            status: isOurs ? .sent : .received
        )
    }

    private func clock(_ id: Clock.ID, _ conversation: Conversation.ID) -> Clock {
        Clock(
            id: id,
            conversation: conversation,
            metric: .firstResponse,
            policy: "private messages",
            target: .init(span: .hours(4), hours: .business),
            team: "care",
            startedAt: saidAt,
            runningSince: saidAt,
            dueAt: dueAt,
            wakesAt: isBreached ? nil : dueAt,
            breachedAt: isBreached ? dueAt : nil
        )
    }

    private var triage: Triage {
        Triage(
            language: .english,
            sentiment: Sentiment(score: 0, label: .neutral),
            urgency: urgency,
            fingerprint: "seed"
        )
    }

    private var routing: RoutingDecision { RoutingDecision(team: nil, tags: [], urgencyShift: 0, matches: []) }
}
