import HarkCore

/// What Messenger and Instagram expect of a direct message.
struct DirectBody: Encodable {
    /// A person, or the comment to be answered in private.
    struct Recipient: Encodable {
        var id: String?
        var commentID: String?

        private enum CodingKeys: String, CodingKey {
            case id
            case commentID = "comment_id"
        }
    }

    /// An answer to tap; it comes back as a message with the same words.
    struct QuickReply: Encodable {
        var contentType = "text"
        var title: String
        var payload: String

        private enum CodingKeys: String, CodingKey {
            case contentType = "content_type"
            case title
            case payload
        }
    }

    struct Words: Encodable {
        var text: String
        /// Comes back in the echo, so that it can be told from what was typed elsewhere.
        var metadata: String
        var quickReplies: [QuickReply]?

        private enum CodingKeys: String, CodingKey {
            case text
            case metadata
            case quickReplies = "quick_replies"
        }
    }

    var recipient: Recipient
    var messagingType = "RESPONSE"
    var tag: String?
    var message: Words

    private enum CodingKeys: String, CodingKey {
        case recipient
        case messagingType = "messaging_type"
        case tag
        case message
    }
}

/// What a public answer consists of; the ids only for an Instagram mention.
struct CommentBody: Encodable {
    var message: String
    var mediaID: String?
    var commentID: String?

    private enum CodingKeys: String, CodingKey {
        case message
        case mediaID = "media_id"
        case commentID = "comment_id"
    }
}

/// What WhatsApp expects of a text message.
struct WhatsAppBody: Encodable {
    struct Words: Encodable {
        var body: String
    }

    struct Context: Encodable {
        var messageID: String

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
        }
    }

    var product = "whatsapp"
    var recipientType: String
    var to: String?
    var recipient: String?
    var type = "text"
    var text: Words?
    var interactive: WhatsAppInteractive?
    var template: WhatsAppTemplate?
    var image: WhatsAppMedia?
    var video: WhatsAppMedia?
    var audio: WhatsAppMedia?
    var document: WhatsAppMedia?
    var context: Context?
    var callbackData: String

    private enum CodingKeys: String, CodingKey {
        case product = "messaging_product"
        case recipientType = "recipient_type"
        case to
        case recipient
        case type
        case text
        case interactive
        case template
        case image
        case video
        case audio
        case document
        case context
        case callbackData = "biz_opaque_callback_data"
    }
}

/// What Threads expects of a post of words that is published at once.
struct ThreadsBody: Encodable {
    var mediaType = "TEXT"
    var text: String
    var replyTo: String
    var publishes = true

    private enum CodingKeys: String, CodingKey {
        case mediaType = "media_type"
        case text
        case replyTo = "reply_to_id"
        case publishes = "auto_publish_text"
    }
}
