import HarkCore

/// One event of the Callback API; `object` is what the type says, with many members in common.
struct VKEvent: Decodable, Sendable {
    @Tolerated var type: String?
    @Tolerated var group_id: TextID?
    @Tolerated var event_id: TextID?
    @Tolerated var object: VKObject?
}

/// A message, or a comment under a post, photo, video, product or topic.
struct VKObject: Decodable, Sendable {
    struct Reply: Decodable, Sendable {
        @Tolerated var conversation_message_id: TextID?
    }

    /// Since 5.103 a message stands inside; before, it was the object itself.
    @Tolerated var message: VKMessage?
    @Tolerated var id: TextID?
    @Tolerated var from_id: TextID?
    @Tolerated var user_id: TextID?
    @Tolerated var peer_id: TextID?
    @Tolerated var conversation_message_id: TextID?
    @Tolerated var out: LooseNumber?
    @Tolerated var payload: VKPayload?
    @Tolerated var event_id: TextID?
    @Tolerated var reply_message: Reply?
    @Tolerated var date: LooseNumber?
    @Tolerated var text: String?
    @Tolerated var body: String?
    @Tolerated var attachments: [Lenient<VKAttachment>]?
    @Tolerated var reacted_id: TextID?
    @Tolerated var reaction_id: TextID?
    @Tolerated var cmid: TextID?
    @Tolerated var owner_id: TextID?
    @Tolerated var post_id: TextID?
    @Tolerated var photo_owner_id: TextID?
    @Tolerated var photo_id: TextID?
    @Tolerated var video_owner_id: TextID?
    @Tolerated var video_id: TextID?
    @Tolerated var market_owner_id: TextID?
    @Tolerated var item_id: TextID?
    @Tolerated var topic_owner_id: TextID?
    @Tolerated var topic_id: TextID?
    @Tolerated var reply_to_comment: TextID?
    @Tolerated var parents_stack: [TextID]?
}

/// What a button stands for: text, or members of the programmer's own.
struct VKPayload: Decodable, Sendable {
    var text: String

    init(from decoder: any Decoder) throws {
        if let text = (try? TextID(from: decoder))?.text {
            self.text = text
        } else {
            let members = try [String: Lenient<TextID>](from: decoder).compactMapValues { $0.value?.text }
            text = members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        }
    }
}

/// A private message.
struct VKMessage: Decodable, Sendable {
    @Tolerated var id: TextID?
    @Tolerated var date: LooseNumber?
    @Tolerated var peer_id: TextID?
    @Tolerated var from_id: TextID?
    @Tolerated var user_id: TextID?
    @Tolerated var conversation_message_id: TextID?
    @Tolerated var text: String?
    @Tolerated var body: String?
    @Tolerated var out: LooseNumber?
    @Tolerated var payload: String?
    @Tolerated var attachments: [Lenient<VKAttachment>]?
    @Tolerated var reply_message: VKObject.Reply?
    @Tolerated var geo: VKPlace?
    @Tolerated var action: VKAction?
}

/// A place somebody is at.
struct VKPlace: Decodable, Sendable {
    struct Point: Decodable, Sendable {
        @Tolerated var latitude: LooseNumber?
        @Tolerated var longitude: LooseNumber?
    }
    @Tolerated var coordinates: Point?
}

/// What a service message is about (somebody joined).
struct VKAction: Decodable, Sendable {
    @Tolerated var type: String?
}

/// Something attached: a type, and under its name the thing.
struct VKAttachment: Decodable, Sendable {
    struct Size: Decodable, Sendable {
        @Tolerated var url: String?
        @Tolerated var width: LooseNumber?
    }
    struct Thing: Decodable, Sendable {
        @Tolerated var url: String?
        @Tolerated var title: String?
        @Tolerated var ext: String?
        @Tolerated var size: LooseNumber?
        @Tolerated var sizes: [Size]?
        @Tolerated var link_mp3: String?
        @Tolerated var sticker_id: TextID?
        @Tolerated var id: TextID?
        @Tolerated var owner_id: TextID?
    }

    var type: String
    var thing: Thing?

    init(from decoder: any Decoder) throws {
        struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
        let container = try decoder.container(keyedBy: Key.self)
        type = (try? container.decode(String.self, forKey: Key(stringValue: "type"))) ?? "?"
        thing = try? container.decode(Thing.self, forKey: Key(stringValue: type))
    }

    /// The thing in our words; what has no address is named by its owner and id.
    var attachment: Attachment {
        let kinds: [String: Attachment.Kind] = [
            "photo": .image, "graffiti": .image, "video": .video, "audio": .audio, "audio_message": .audio,
            "doc": .file,
            "sticker": .sticker, "link": .link, "wall": .link, "wall_reply": .link, "market": .link,
        ]
        let largest = thing?.sizes?.max { ($0.width?.value ?? 0) < ($1.width?.value ?? 0) }?.url
        let reference = [thing?.owner_id?.text, thing?.id?.text ?? thing?.sticker_id?.text].compactMap(\.self)
        return Attachment(
            kind: kinds[type] ?? .other,
            url: largest ?? thing?.link_mp3 ?? thing?.url,
            reference: reference.isEmpty ? nil : type + reference.joined(separator: "_"),
            name: thing?.title ?? (kinds[type] == nil ? type : nil),
            size: thing?.size.map { Int($0.integer) }
        )
    }
}
