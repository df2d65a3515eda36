/// What the desk says: replies to customers and notes among us.
extension LocalDesk {
    /// Queues a public reply.
    public func reply(_ id: Conversation.ID, _ reply: ReplyCommand) async throws -> ConversationSummary {
        try Self.check(reply)
        return try await perform(Deed(reply: reply), on: id)
    }

    static func check(_ reply: ReplyCommand) throws {
        try check(reply.text, of: "reply")
        guard reply.then != .snoozed else {
            throw Failure(
                .unprocessable,
                "a reply leaves a conversation open, pending or closed; snooze it afterwards",
                problems: [.init(pointer: "/then", detail: "use open, pending or closed")]
            )
        }
    }

    /// Gives a reply that has left another text.
    public func edit(_ id: Conversation.ID, _ edit: EditCommand) async throws -> ConversationSummary {
        try Self.check(edit.text, of: "reply")
        return try await perform(Deed(edit: edit), on: id)
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
        try Self.check(text, of: "note")
        return try await perform(Deed(note: text), on: id)
    }

    /// Throws when there is nothing to read.
    static func check(_ text: String, of what: String) throws {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Failure(
                .unprocessable,
                "the \(what) has no text",
                problems: [.init(pointer: "/text", detail: "is empty")]
            )
        }
    }
}
