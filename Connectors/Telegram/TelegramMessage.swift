import HarkCore

/// The parts of a message that ours is made of.
struct TelegramMessage: Decodable, Sendable {
    var messageID: TextID
    var chat: Chat
    var from: User?
    var senderChat: Chat?
    /// Seconds; 0 for a message that is out of reach, nil where it is missing.
    var date: Int64?
    var topic: TextID?
    var isTopicMessage: Bool?
    var businessConnection: String?
    var isAutomaticForward: Bool?
    var replyTo: Answered?
    var text: String?
    var caption: String?
    var media: TelegramMedia
    /// Names of the fields that say what the message is; a service message has only ones we do not know.
    var contentNames: [String]

    /// The message answered; it can be inaccessible.
    struct Answered: Decodable, Sendable {
        var messageID: TextID
        var chat: Chat

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
            case chat
        }
    }

    private enum CodingKeys: String, CodingKey {
        case messageID = "message_id"
        case chat
        case from
        case senderChat = "sender_chat"
        case date
        case topic = "message_thread_id"
        case isTopicMessage = "is_topic_message"
        case businessConnection = "business_connection_id"
        case isAutomaticForward = "is_automatic_forward"
        case replyTo = "reply_to_message"
        case text
        case caption
        case rich = "rich_message"
    }

    /// Only where a message stands must be readable; whatever else is odd does not cost it.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        messageID = try container.decode(TextID.self, forKey: .messageID)
        chat = try container.decode(Chat.self, forKey: .chat)
        from = container.ifReadable(User.self, .from)
        senderChat = container.ifReadable(Chat.self, .senderChat)
        date = container.ifReadable(LooseNumber.self, .date)?.integer
        topic = container.ifReadable(TextID.self, .topic)
        isTopicMessage = container.ifReadable(Bool.self, .isTopicMessage)
        businessConnection = container.ifReadable(TextID.self, .businessConnection)?.text
        isAutomaticForward = container.ifReadable(Bool.self, .isAutomaticForward)
        replyTo = container.ifReadable(Answered.self, .replyTo)
        text = container.ifReadable(String.self, .text) ?? container.ifReadable(RichText.self, .rich)?.words
        caption = container.ifReadable(String.self, .caption)
        media = try TelegramMedia(from: decoder)
        let fields = try decoder.container(keyedBy: AnyKey.self)
        // A member that is null is not there.
        contentNames = fields.allKeys.map(\.stringValue)
            .filter { !Self.envelope.contains($0) && (try? fields.decodeNil(forKey: AnyKey($0))) == false }.sorted()
    }

    /// Fields that surround the content.
    private static let envelope: Set = [
        "message_id", "chat", "from", "sender_chat", "sender_boost_count", "sender_business_bot", "sender_tag", "date",
        "edit_date", "message_thread_id", "is_topic_message", "direct_messages_topic", "business_connection_id",
        "is_automatic_forward", "is_from_offline", "is_paid_post", "reply_to_message", "reply_to_story",
        "reply_to_checklist_task_id", "external_reply", "quote", "forward_origin", "forward_from", "forward_date",
        "forward_from_chat", "forward_from_message_id", "forward_sender_name", "forward_signature", "via_bot",
        "has_protected_content", "media_group_id", "author_signature", "paid_star_count", "entities",
        "caption_entities", "show_caption_above_media", "link_preview_options", "suggested_post_info", "effect_id",
        "has_media_spoiler", "reply_markup", "reply_to_poll_option_id", "guest_query_id", "guest_bot_caller_user",
        "guest_bot_caller_chat",
    ]

    /// Fields that a person says something with.
    private static let spoken: Set = [
        "text", "caption", "animation", "audio", "checklist", "contact", "dice", "document", "game", "location",
        "live_photo", "paid_media", "photo", "poll", "rich_message", "sticker", "story", "venue", "video", "video_note",
        "voice",
    ]

    /// What a service message is about; nil for what a person said. An inaccessible message has the date 0.
    var serviceName: String? {
        guard date != 0 else { return "inaccessible message" }
        guard !contentNames.contains(where: Self.spoken.contains) else { return nil }
        return contentNames.first ?? "empty message"
    }
}

struct Chat: Decodable, Sendable {
    var id: TextID
    @Tolerated var type: String?
    @Tolerated var title: String?
    @Tolerated var username: String?

    /// A chat with one person; groups and channels have numbers below zero.
    var isPrivate: Bool { type.map { $0 == "private" } ?? !id.text.hasPrefix("-") }
}

struct User: Decodable, Sendable {
    var id: TextID
    @Tolerated var isBot: Bool?
    @Tolerated var firstName: String?
    @Tolerated var lastName: String?
    @Tolerated var username: String?

    private enum CodingKeys: String, CodingKey {
        case id
        case isBot = "is_bot"
        case firstName = "first_name"
        case lastName = "last_name"
        case username
    }
}
