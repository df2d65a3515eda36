import HarkCore

/// Messages that a business account's chat lost.
struct DeletedMessages: Decodable, Sendable {
    @Tolerated private var business_connection_id: TextID?
    private var chat: Chat
    private var message_ids: [TextID]

    var ids: [String] {
        message_ids.map { id in
            TelegramAddress(chat: chat.id.text, message: id.text, connection: business_connection_id?.text).text
        }
    }
}

/// Somebody changed what they feel about a message.
struct ReactionChange: Decodable, Sendable {
    private struct Symbol: Decodable, Sendable {
        @Tolerated var type: String?
        @Tolerated var emoji: String?
        @Tolerated var custom_emoji_id: TextID?

        /// The emoji, or Telegram's word for what is none.
        var text: String? { emoji ?? custom_emoji_id.map { "\(type ?? "custom_emoji"):\($0.text)" } ?? type }
    }
    private var chat: Chat
    private var message_id: TextID
    @Tolerated private var user: User?
    @Tolerated private var actor_chat: Chat?
    @Tolerated private var date: LooseNumber?
    @Tolerated private var new_reaction: [Symbol]?

    var reaction: Reaction {
        Reaction(
            target: TelegramAddress(chat: chat.id.text, message: message_id.text, connection: nil).text,
            author: user.map(\.author) ?? actor_chat.map(\.author),
            symbol: new_reaction?.first?.text,
            at: date?.instant
        )
    }
}
