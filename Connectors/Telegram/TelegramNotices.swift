import HarkCore

/// Messages that a business account's chat lost.
struct DeletedMessages: Decodable, Sendable {
    private var business_connection_id: String
    private var chat: Chat
    private var message_ids: [TextID]

    var ids: [String] {
        message_ids.map { id in
            TelegramAddress(chat: chat.id.text, message: id.text, connection: business_connection_id).text
        }
    }
}

/// Somebody changed what they feel about a message.
struct ReactionChange: Decodable, Sendable {
    private struct Symbol: Decodable, Sendable {
        var type: String
        var emoji: String?
        var custom_emoji_id: String?

        /// The emoji, or Telegram's word for what is none.
        var text: String { emoji ?? custom_emoji_id.map { "\(type):\($0)" } ?? type }
    }
    private var chat: Chat
    private var message_id: TextID
    private var user: User?
    private var actor_chat: Chat?
    private var date: Int64
    private var new_reaction: [Symbol]

    var reaction: Reaction {
        Reaction(
            target: TelegramAddress(chat: chat.id.text, message: message_id.text, connection: nil).text,
            author: user.map(\.author) ?? actor_chat.map(\.author),
            symbol: new_reaction.first?.text,
            at: Instant(seconds: date)
        )
    }
}
