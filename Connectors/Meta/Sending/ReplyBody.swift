import HarkCore

/// What Messenger and Instagram expect of a direct message.
struct DirectBody: Encodable {
    struct Recipient: Encodable {
        var id: String
    }

    struct Words: Encodable {
        var text: String
        /// Comes back in the echo, so that it can be told from what was typed elsewhere.
        var metadata: String
    }

    var recipient: Recipient
    var messagingType = "RESPONSE"
    var message: Words

    private enum CodingKeys: String, CodingKey {
        case recipient
        case messagingType = "messaging_type"
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
    var text: Words
    var context: Context
    var callbackData: String

    private enum CodingKeys: String, CodingKey {
        case product = "messaging_product"
        case recipientType = "recipient_type"
        case to
        case recipient
        case type
        case text
        case context
        case callbackData = "biz_opaque_callback_data"
    }
}
