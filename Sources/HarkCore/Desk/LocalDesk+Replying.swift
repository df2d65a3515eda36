/// What the desk says: replies to customers and notes among us.
extension LocalDesk {
    /// Queues a public reply.
    public func reply(_ id: Conversation.ID, _ reply: ReplyCommand) async throws -> ConversationSummary {
        let setup = running.setup
        let (now, actor, agent) = (clock.now, actor, agent)
        let name = reply.idempotencyKey ?? Self.freshKey()
        let key = "reply:\(id):\(name)"
        try Self.check(reply)
        return try await store.write { ledger in
            guard let conversation = try ledger.conversation(id) else { throw Self.unknown(id) }
            if try ledger.outboxItem(key: key) != nil { return ConversationSummary(conversation, at: now) }
            guard let target = try ledger.newestInbound(of: id) else {
                throw Failure(.unprocessable, "conversation \(id) has no message of the customer to reply to")
            }
            try ReplyCheck(setup: setup, conversation: conversation, now: now).check(reply.text, to: target)
            var filing = ReplyFiling(conversation, setup: setup, actor: actor, now: now)
            try filing.queue(reply, key: key, to: target, agent: agent, ledger: ledger)
            let result = filing.finished()
            try ledger.apply(result.filing)
            try ledger.endClaim(of: id)
            try Dispatcher(ledger: ledger, setup: setup, now: now).drain()
            return ConversationSummary(result.conversation, at: now)
        }
    }

    private static func check(_ reply: ReplyCommand) throws {
        guard reply.text.contains(where: { !$0.isWhitespace }) else {
            throw Failure(
                .unprocessable,
                "the reply has no text",
                problems: [.init(pointer: "/text", detail: "is empty")]
            )
        }
        guard reply.then != .snoozed else {
            throw Failure(
                .unprocessable,
                "a reply leaves a conversation open, pending or closed; snooze it afterwards",
                problems: [.init(pointer: "/then", detail: "use open, pending or closed")]
            )
        }
    }

    /// 128 random bits as hexadecimal digits.
    static func freshKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }.joined()
    }

    /// Adds a note among us.
    public func note(_ id: Conversation.ID, text: String) async throws -> ConversationSummary {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Failure(
                .unprocessable,
                "the note has no text",
                problems: [.init(pointer: "/text", detail: "is empty")]
            )
        }
        let (now, actor, agent) = (clock.now, actor, agent)
        return try await store.write { ledger in
            guard var conversation = try ledger.conversation(id) else { throw Self.unknown(id) }
            let number = try ledger.reserveMessage()
            conversation.version += 1
            var filing = Filing()
            filing.conversations = [conversation]
            filing.messages = [
                Message(
                    id: number,
                    conversation: id,
                    channel: conversation.channel,
                    networkID: "hark-note:\(number.rawValue)",
                    direction: .note,
                    kind: conversation.kind,
                    isPrivate: true,
                    agent: agent,
                    text: text,
                    sentAt: now,
                    receivedAt: now
                )
            ]
            filing.events = [
                Event(
                    at: now,
                    kind: .noteAdded,
                    conversation: id,
                    actor: actor,
                    data: ["message": String(number.rawValue)]
                )
            ]
            try ledger.apply(filing)
            return ConversationSummary(conversation, at: now)
        }
    }
}
