import HarkCore

/// One event of Messenger or Instagram messaging: who, whom, when, and exactly one of several things.
struct MessagingEvent: Decodable, Sendable {
    /// What happened.
    enum Happening {
        case message(MessagingMessage)
        case postback(MessagingPostback)
        case edit(MessagingEdit)
        case delivery(MessagingDelivery)
        case read(MessagingDelivery)
        case reaction(MessagingReaction)
        /// An event that brings no message, by its name.
        case other(String)
        case nothing
    }

    /// An account; `userRef` stands in for the id of a visitor who is not signed in.
    struct Party: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var userRef: TextID?

        private enum CodingKeys: String, CodingKey {
            case id
            case userRef = "user_ref"
        }
    }

    var sender: String?
    var recipient: String?
    var timestamp: String?
    var happening: Happening

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        func party(_ name: String) -> String? {
            let party = try? container.decode(Party.self, forKey: AnyKey(name))
            return party?.id.text ?? party?.userRef.text
        }
        sender = party("sender")
        recipient = party("recipient")
        timestamp = container.decode(Tolerated<TextID>.self, forKey: AnyKey("timestamp")).wrappedValue.text
        happening = try Self.happening(in: container)
    }

    private static func happening(in container: KeyedDecodingContainer<AnyKey>) throws -> Happening {
        func decode<Value: Decodable>(_ name: String) throws -> Value? {
            try container.decodeIfPresent(Value.self, forKey: AnyKey(name))
        }
        if let message: MessagingMessage = try decode("message") { return .message(message) }
        if let postback: MessagingPostback = try decode("postback") { return .postback(postback) }
        if let edit: MessagingEdit = try decode("message_edit") { return .edit(edit) }
        if let delivery: MessagingDelivery = try decode("delivery") { return .delivery(delivery) }
        if let read: MessagingDelivery = try decode("read") { return .read(read) }
        if let reaction: MessagingReaction = try decode("reaction") { return .reaction(reaction) }
        let frame: Set = ["sender", "recipient", "timestamp"]
        let unknown = container.allKeys.map(\.stringValue).filter { !frame.contains($0) }.min()
        return unknown.map(Happening.other) ?? .nothing
    }
}

/// A message of Messenger or Instagram.
struct MessagingMessage: Decodable, Sendable {
    /// What a message answers: another message, or a story.
    struct ReplyTo: Decodable, Sendable {
        @Tolerated var mid: TextID?
    }

    /// A tapped suggestion.
    struct QuickReply: Decodable, Sendable {
        @Tolerated var payload: TextID?
    }

    @Tolerated var mid: TextID?
    @Tolerated var text: TextID?
    @Tolerated var quickReply: QuickReply?
    @Tolerated var replyTo: ReplyTo?
    @Tolerated var attachments: [Lenient<MessagingAttachment>]?
    @Tolerated var isEcho: Bool?
    @Tolerated var isDeleted: Bool?
    @Tolerated var isUnsupported: Bool?

    private enum CodingKeys: String, CodingKey {
        case mid
        case text
        case quickReply = "quick_reply"
        case replyTo = "reply_to"
        case attachments
        case isEcho = "is_echo"
        case isDeleted = "is_deleted"
        case isUnsupported = "is_unsupported"
    }
}

/// A pressed button.
struct MessagingPostback: Decodable, Sendable {
    @Tolerated var mid: TextID?
    @Tolerated var title: TextID?
    @Tolerated var payload: TextID?
}

/// A new text of a message.
struct MessagingEdit: Decodable, Sendable {
    @Tolerated var mid: TextID?
    @Tolerated var text: TextID?
}

/// How far our messages came: by ids (`mids`, Instagram's `mid`) or by a watermark.
struct MessagingDelivery: Decodable, Sendable {
    @Tolerated var mid: TextID?
    @Tolerated var mids: [Lenient<TextID>]?
    @Tolerated var watermark: TextID?
}

/// A reaction given or taken back.
struct MessagingReaction: Decodable, Sendable {
    @Tolerated var mid: TextID?
    @Tolerated var action: TextID?
    @Tolerated var emoji: TextID?
    @Tolerated var reaction: TextID?
}

/// Something attached; `payload` may be an object, null or an opaque string, then title and URL stand beside it.
struct MessagingAttachment: Decodable, Sendable {
    /// Where the thing is.
    struct Payload: Decodable, Sendable {
        /// A place.
        struct Coordinates: Decodable, Sendable {
            @Tolerated var lat: LooseNumber?
            @Tolerated var long: LooseNumber?
        }

        @Tolerated var url: TextID?
        @Tolerated var title: TextID?
        @Tolerated var stickerID: TextID?
        @Tolerated var coordinates: Coordinates?

        private enum CodingKeys: String, CodingKey {
            case url
            case title
            case stickerID = "sticker_id"
            case coordinates
        }
    }

    @Tolerated var type: TextID?
    @Tolerated var title: TextID?
    @Tolerated var url: TextID?
    @Tolerated var payload: Payload?
}
