import HarkCore

/// Somebody tapped a button under a message of the bot's: an answer without a message of its own.
struct TelegramTap: Decodable, Sendable {
    private struct Buttons: Decodable, Sendable {
        struct Markup: Decodable, Sendable {
            @Tolerated var inline_keyboard: [[Button]]?
        }
        struct Button: Decodable, Sendable {
            @Tolerated var text: String?
            @Tolerated var callback_data: String?
        }
        @Tolerated var reply_markup: Markup?
    }

    private var id: TextID
    private var from: User
    /// Nil under a message that was sent through the bot into a chat it is not in.
    private var message: TelegramMessage?
    private var data: String?
    private var label: String?

    private enum CodingKeys: String, CodingKey {
        case id, from, message, data
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(TextID.self, forKey: .id)
        from = try container.decode(User.self, forKey: .from)
        message = container.ifReadable(TelegramMessage.self, .message)
        data = container.ifReadable(TextID.self, .data)?.text
        let buttons = container.ifReadable(Buttons.self, .message)?.reply_markup?.inline_keyboard?.joined()
        label = data.flatMap { data in buttons?.first { $0.callback_data == data }?.text }
    }

    /// What the button says, as a message in the chat; nil where nothing was said or nobody could answer.
    ///
    /// - Parameter arrived: When it came: Telegram does not date taps. Without it, the message with the button does.
    /// - Returns: The message that the tap is.
    func draft(arrived: Instant?) -> Draft? {
        guard let message, let words = label ?? data,
            let at = arrived ?? ([nil, 0].contains(message.date) ? nil : message.sentAt)
        else { return nil }
        var draft = message.draft
        draft.parent = draft.id
        draft.id += TelegramAddress.tapMark + id.text
        draft.author = from.author
        draft.recipient = nil
        draft.text = words
        draft.postback = data
        draft.attachments = []
        draft.url = nil
        draft.sentAt = at
        draft.isAutomatic = from.isBot == true
        return draft
    }
}
